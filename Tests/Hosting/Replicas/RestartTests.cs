using Aspire.Hosting.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>Processes that are killed come back.</summary>
[Collection<ReplicatedSystem>]
public sealed class RestartTests(ReplicatedAppHost system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Kill_of_every_process_brings_each_service_back_at_its_address()
    {
        var replicas = await system.WaitForReplicasAsync();
        var killed = system.ProcessIds();
        Assert.Equal(5, killed.Count);
        foreach (var id in killed)
        {
            system.Kill(id);
        }

        using var patience = new CancellationTokenSource(Patience);
        await Eventually.IsTrueAsync(() => system.ProcessIds() is { Count: 5 } ids && !ids.Intersect(killed).Any(), Patience);
        foreach (var name in new[] { "inference", "api", "web" })
        {
            using var client = system.Application.CreateHttpClient(name);
            await Eventually.IsTrueAsync(() => AnswersAsync(client), Patience);
        }

        await system.Application.ResourceNotifications.WaitForResourceHealthyAsync("cache", patience.Token);
        var again = await system.WaitForReplicasAsync();
        Assert.Equal(
            replicas.Select(static replica => replica.Address.Port).Order(), again.Select(static replica => replica.Address.Port).Order());
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
