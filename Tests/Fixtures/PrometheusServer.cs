using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Tests.Fixtures;

/// <summary>
/// A real Prometheus with the shipped rules. Only the time is another one: it looks every second, and an alert that should wait
/// for minutes fires after two seconds.
/// </summary>
internal sealed partial class PrometheusServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly HttpServerProcess program;

    private PrometheusServer(DirectoryInfo folder, HttpServerProcess program) => (this.folder, this.program) = (folder, program);

    public Uri Address => program.Client.BaseAddress!;

    /// <param name="targets">The addresses of the services, by the name of their job.</param>
    public static async Task<PrometheusServer> StartAsync(IEnumerable<(string Job, Uri Address)> targets)
    {
        var place = Directory.CreateTempSubdirectory("prometheus-");
        await WriteAsync(place.FullName, targets);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}/"));
        return new PrometheusServer(place, await HttpServerProcess.StartAsync(
            address,
            "-/ready",
            "prometheus",
            $"--config.file={place.FullName}/prometheus.yml",
            $"--storage.tsdb.path={place.FullName}/data",
            $"--web.listen-address={address.Authority}",
            "--log.level=error"));
    }

    /// <summary>The series that a query gives, each as its labels.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string query)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("query", query)]);
        using var response = await program.Client.PostAsync("api/v1/query", form, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.GetProperty("status").ValueEquals("success"), $"{query}: {answer}");
        return [.. answer.GetProperty("data").GetProperty("result").EnumerateArray().Select(static series => series.GetProperty("metric"))];
    }

    /// <summary>The names of the alerts that fire.</summary>
    public async Task<IReadOnlyCollection<string>> FiringAsync()
    {
        var answer = await program.Client.GetFromJsonAsync<JsonElement>("api/v1/alerts", TestContext.Current.CancellationToken);
        return [.. answer.GetProperty("data").GetProperty("alerts").EnumerateArray()
            .Where(static alert => alert.GetProperty("state").ValueEquals("firing"))
            .Select(static alert => alert.GetProperty("labels").GetProperty("alertname").GetString()!).Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"for: \S+", RegexOptions.NonBacktracking)]
    private static partial Regex Waiting();

    private static async Task WriteAsync(string folder, IEnumerable<(string Job, Uri Address)> targets)
    {
        foreach (var file in new[] { "recording.yml", "alerts.yml" })
        {
            var rules = await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "deploy/monitoring/rules", file), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(folder, file), Waiting().Replace(rules, "for: 2s"), TestContext.Current.CancellationToken);
        }

        var settings = new StringBuilder("""
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            rule_files: [recording.yml, alerts.yml]
            scrape_configs:

            """);
        foreach (var job in targets.GroupBy(static target => target.Job, StringComparer.Ordinal))
        {
            var addresses = string.Join(", ", job.Select(static target => $"\"{target.Address.Authority}\""));
            settings.AppendLine(CultureInfo.InvariantCulture, $"  - {{ job_name: {job.Key}, static_configs: [{{ targets: [{addresses}] }}] }}");
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "prometheus.yml"), settings.ToString(), TestContext.Current.CancellationToken);
    }
}
