using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A real Pushgateway, which keeps figures for Prometheus of what has ended before it looks.</summary>
internal sealed class Pushgateway : IAsyncDisposable
{
    private readonly HttpServerProcess program;

    private Pushgateway(HttpServerProcess program) => this.program = program;

    public Uri Address => program.Client.BaseAddress!;

    public static async Task<Pushgateway> StartAsync()
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}/"));
        return new Pushgateway(await HttpServerProcess.StartAsync(
            address, "-/ready", "prometheus-pushgateway", $"--web.listen-address={address.Authority}", "--log.level=error"));
    }

    /// <summary>Puts the figures of a backup in the place of those that are there.</summary>
    public async Task PushAsync(string figures)
    {
        using var body = new StringContent(figures);
        using var response = await program.Client.PostAsync("metrics/job/vision_backup", body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
