using System.Diagnostics;
using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A real Pushgateway, which keeps figures for Prometheus of what has ended before it looks.</summary>
internal sealed class Pushgateway : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private readonly Process process;

    private Pushgateway(int port)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        client.BaseAddress = Address;
        process = Process.Start("prometheus-pushgateway", [$"--web.listen-address={Address.Authority}", "--log.level=error"]);
    }

    public Uri Address { get; }

    public static async Task<Pushgateway> StartAsync()
    {
        var gateway = new Pushgateway(FreePort.Find());
        await Eventually.IsTrueAsync(gateway.IsReadyAsync);
        return gateway;
    }

    /// <summary>Puts the figures of a backup in the place of those that are there.</summary>
    public async Task PushAsync(string figures)
    {
        using var body = new StringContent(figures);
        using var response = await client.PostAsync("metrics/job/vision_backup", body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await client.GetAsync("-/ready", TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            Assert.False(process.HasExited, "The Pushgateway has ended.");
            return false;
        }
    }
}
