using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>A process is killed in the middle of the work: no accepted job is lost, and none has a wrong answer.</summary>
[Collection<ReplicatedSystem>]
public sealed class JobSurvivalTests(ReplicatedAppHost system)
{
    private const int Jobs = 50;

    /// <summary>The lease of a killed worker has to run out before its job is taken over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("ApiService.dll")]
    [InlineData("InferenceService.dll")]
    [InlineData("WebFrontend.dll")]
    [InlineData("redis-server")]
    public async Task Kill_of_a_process_in_the_middle_of_50_jobs_loses_none(string process)
    {
        await system.WaitForReplicasAsync();
        using var web = ClientOf(system.Web);
        var ids = new string[Jobs];
        for (var number = 0; number < Jobs / 2; number++)
        {
            ids[number] = await SubmitAsync(web, number);
        }

        await Eventually.IsTrueAsync(async () => (await FindAsync(web, ids[0]))?.IsFinished == true, Patience);
        system.Kill(system.ProcessIds().First(id => ProcessTable.CommandLine(id).Contains(process, StringComparison.Ordinal)));
        for (var number = Jobs / 2; number < Jobs; number++)
        {
            ids[number] = await SubmitAsync(web, number);
        }

        for (var number = 0; number < Jobs; number++)
        {
            await IsDoneAsync(web, ids[number], number);
        }
    }

    private static HttpClient ClientOf(ServiceProcess service)
    {
        var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Add(RequestHeaders.ApiKey, StartedAppHost.AdminKey);
        client.DefaultRequestHeaders.CacheControl = new() { NoCache = true };
        return client;
    }

    /// <summary>Submits like a caller who comes again when it is refused, or gets no answer: with one key, so that there is one job.</summary>
    private static async Task<string> SubmitAsync(HttpClient client, int number)
    {
        var key = Guid.NewGuid().ToString("N");
        Job? job = null;
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var body = Requests.Raw(Photo.Bytes("cat.jpg"));
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/analyze-async?top={number + 1}") { Content = body };
                request.Headers.Add(RequestHeaders.IdempotencyKey, key);
                return (job = await SendAsync(client, request, HttpStatusCode.Accepted)) is not null;
            },
            Patience);
        return job!.Id;
    }

    private static async Task<Job?> FindAsync(HttpClient client, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{id}");
        return await SendAsync(client, request, HttpStatusCode.OK);
    }

    /// <summary>The job of a reply; null where there is no reply, or one that says to come again.</summary>
    private static async Task<Job?> SendAsync(HttpClient client, HttpRequestMessage request, HttpStatusCode expected)
    {
        try
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return null;
            }

            Assert.Equal(expected, response.StatusCode);
            return await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Job, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task IsDoneAsync(HttpClient client, string id, int number)
    {
        Job? job = null;
        await Eventually.IsTrueAsync(async () => (job = await FindAsync(client, id)) is { IsFinished: true }, Patience);
        Assert.True(
            job!.Status == JobStatus.Succeeded,
            string.Create(CultureInfo.InvariantCulture, $"Job {number} is {job.Status} after {job.Attempts} attempts: {job.Problem?.Detail}"));
        var labels = job.Result!.Value.GetProperty("labels");
        Assert.Equal((number + 1, "Egyptian cat"), (labels.GetArrayLength(), labels[0].GetProperty("name").GetString()));
    }
}
