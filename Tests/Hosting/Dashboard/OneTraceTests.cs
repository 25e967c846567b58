using System.Text.Json;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Web;
using Xunit;

namespace Tests.Hosting.Dashboard;

/// <summary>What happens to one photo, from the browser through all services, is one trace in the dashboard and one in the central log.</summary>
[Collection<EquippedSystem>]
public sealed class OneTraceTests(EquippedAppHost system, AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly HashSet<string> Steps =
        new(["ingest", "probe", "cache", "analysis", "queue", "decode", "labels", "objects", "faces"], StringComparer.Ordinal);

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Photo_analysed_from_the_browser_is_one_trace_through_all_services_with_its_logs()
    {
        var page = await session.OpenAtAsync(system.AddressOf("web"));
        var answering = page.WaitForResponseAsync(static response => response.Url.Contains("/api/analyze", StringComparison.Ordinal));
        var unseen = PhotoVariants.Of("flower.jpg", 1)[0];
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "flower.jpg", MimeType = "image/jpeg", Buffer = unseen });
        var traceId = (await (await answering).AllHeadersAsync())["x-trace-id"];
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");

        using var caller = await DashboardCaller.LogInAsync(system.DashboardLogin);
        JsonElement trace = default;
        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await caller.Client.GetAsync($"/api/dashboard/traces/{traceId}", TestContext.Current.CancellationToken);
            trace = response.IsSuccessStatusCode ? await caller.GetAsync($"traces/{traceId}") : default;
            return trace.ValueKind == JsonValueKind.Object && ServicesOf(trace, "spans").Count == 3 && ServicesOf(trace, "logs").Count == 3
                && TypesOf(trace).Contains("Database") && Roots(trace).Count == 1 && Steps.IsSubsetOf(Spans(trace));
        }, otherwise: () => trace.ToString());

        Assert.Equal(["web"], Roots(trace));
        Assert.Superset(Steps, Spans(trace));

        var line = await system.CentralLog.FindAsync(message =>
            message.GetProperty("structured-data").GetString()!.Contains($"trace_id=\"{traceId}\"", StringComparison.Ordinal)
            && message.GetProperty("msg").GetString()!.Contains("POST /v1/analyze answered 200", StringComparison.Ordinal));
        Assert.Equal("InferenceService", line.GetProperty("programname").GetString());
    }

    private static HashSet<string> ServicesOf(JsonElement trace, string part) =>
        [.. trace.GetProperty(part).EnumerateArray().Select(static one => one.GetProperty("resource").GetString()!)];

    /// <summary>The services of spans whose parents are not in the trace, or not yet: the first to begin ends last.</summary>
    private static IReadOnlyList<string> Roots(JsonElement trace) => [.. trace.GetProperty("spans").EnumerateArray()
        .Where(static span => span.GetProperty("depth").GetInt32() == 0).Select(static span => span.GetProperty("resource").GetString()!)];

    /// <summary>Commands to Redis are told last.</summary>
    private static HashSet<string> TypesOf(JsonElement trace) =>
        [.. trace.GetProperty("spans").EnumerateArray().Select(static span => span.GetProperty("type").GetString()!)];

    private static HashSet<string> Spans(JsonElement trace) =>
        [.. trace.GetProperty("spans").EnumerateArray().Select(static span => span.GetProperty("name").GetString()!)];
}
