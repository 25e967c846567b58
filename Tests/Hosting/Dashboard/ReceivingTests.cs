using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using OpenTelemetry.Exporter;
using Tests.Fixtures;
using Tests.Logging;
using Xunit;

namespace Tests.Hosting.Dashboard;

/// <summary>What services send by the real exporters is what the dashboard shows.</summary>
public sealed class ReceivingTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;
    private DashboardCaller caller = null!;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(TestContext.Current.CancellationToken);
        caller = await DashboardCaller.LogInAsync(dashboard.LoginAddress);
    }

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await dashboard.DisposeAsync();
    }

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Send_of_a_trace_with_its_logs_and_metrics_shows_all_of_it(OtlpExportProtocol protocol)
    {
        string traceId, name;
        using (var service = new SentTelemetry(dashboard, "shop", protocol))
        {
            name = service.Name;
            using var order = service.Source.StartActivity("order", ActivityKind.Server)!;
            traceId = order.TraceId.ToHexString();
            order.SetTag("http.request.method", "POST");
            using (var pay = service.Source.StartActivity("pay", ActivityKind.Client)!)
            {
                pay.SetTag("peer.service", "bank").AddEvent(new ActivityEvent("asked")).SetStatus(ActivityStatusCode.Error, "no money");
                LoggedLines.Sold(service.Logger, "hat", "somebody");
            }

            service.Meter.CreateCounter<long>("orders").Add(3, new KeyValuePair<string, object?>("kind", "hat"));
            var duration = service.Meter.CreateHistogram<double>("order.duration", "s");
            Array.ForEach([6.0, 7.0, 8.0, 40.0], value => duration.Record(value));
        }

        var trace = await caller.GetAsync($"traces/{traceId}");
        var spans = trace.GetProperty("spans").EnumerateArray().ToList();
        Assert.Equal(["order", "pay"], spans.Select(static span => Text(span, "name")));
        Assert.Equal([0, 1], spans.Select(static span => span.GetProperty("depth").GetInt32()));
        Assert.Equal(("Client", "Error", "no money", "bank"), (Text(spans[1], "kind"), Text(spans[1], "status"), Text(spans[1], "statusMessage"), Text(spans[1], "destination")));
        Assert.Equal("asked", Text(spans[1].GetProperty("events")[0], "name"));
        Assert.Equal("Http", Text(spans[0], "type"));
        Assert.Equal("Sold hat to somebody", Text(trace.GetProperty("logs")[0], "message"));

        var list = (await caller.GetAsync($"traces?filter=trace.name:contains:pay&errorsOnly=true")).GetProperty("items");
        Assert.Equal(("shop: order", traceId), (Text(list[0], "name"), Text(list[0], "traceId")));

        var log = (await caller.GetAsync("logs?level=Warning&filter=Thing:equals:hat")).GetProperty("items")[0];
        var whole = await caller.GetAsync($"logs/{log.GetProperty("id").GetInt64()}");
        Assert.Equal(("shop.Orders", "Sold", traceId), (Text(whole, "category"), Text(whole, "eventName"), Text(whole, "traceId")));
        Assert.Contains(whole.GetProperty("attributes").EnumerateArray(), static one => Text(one, "name") == "Whom" && Text(one, "value") == "somebody");

        var counter = await caller.GetAsync($"metrics/series?resource=shop&meter={name}&instrument=orders&minutes=1");
        Assert.Equal(["hat"], counter.GetProperty("dimensions")[0].GetProperty("values").EnumerateArray().Select(static value => value.GetString()));
        Assert.Equal(3, Sum(counter.GetProperty("series")[0].GetProperty("values")) * counter.GetProperty("stepSeconds").GetDouble(), precision: 6);
        var histogram = await caller.GetAsync($"metrics/series?resource=shop&meter={name}&instrument=order.duration&minutes=1");
        Assert.Equal(4, Sum(histogram.GetProperty("counts")));
        Assert.Equal(8.333, Values(histogram.GetProperty("percentiles").GetProperty("p50")).Single(), precision: 3);
        Assert.Equal(traceId, Text(histogram.GetProperty("exemplars")[0], "traceId"));
    }

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Send_without_the_key_leaves_nothing(OtlpExportProtocol protocol)
    {
        using (var service = new SentTelemetry(dashboard, "stranger", protocol, key: "another"))
        {
            LoggedLines.Closed(service.Logger);
        }

        Assert.Empty((await caller.GetAsync("telemetry")).GetProperty("resources").EnumerateArray());
    }

    [Fact]
    public async Task Post_of_JSON_is_read_and_its_export_is_the_same_again()
    {
        const string span = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"till"}}]},"scopeSpans":[{"scope":{"name":"s"},"spans":[
              {"traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060708","name":"sell","kind":2,"startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000001000000000",
               "attributes":[{"key":"list","value":{"arrayValue":{"values":[{"intValue":"1"},{"boolValue":true}]}}}],"unknown":1}]}]}]}
            """;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(span));
        var trace = await caller.GetAsync("traces/0102030405060708090a0b0c0d0e0f10");
        Assert.Equal(1_000_000_000, trace.GetProperty("durationNanoseconds").GetInt64());
        Assert.Equal("[1, true]", Text(trace.GetProperty("spans")[0].GetProperty("attributes")[0], "value"));
        var export = await caller.Client.GetStringAsync("/api/dashboard/traces/0102030405060708090a0b0c0d0e0f10/export", TestContext.Current.CancellationToken);
        Assert.Equal(204, await caller.SendAsync(HttpMethod.Delete, "telemetry?kind=traces"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(export));
        Assert.Equal("sell", Text((await caller.GetAsync("traces/0102030405060708090a0b0c0d0e0f10")).GetProperty("spans")[0], "name"));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz"}]}]}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"resourceSpans":7}""", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.OK)]
    public async Task Post_of_what_is_no_telemetry_is_refused(string body, HttpStatusCode expected) => Assert.Equal(expected, await PostAsync(body));

    [Fact]
    public async Task Pause_drops_what_arrives_and_says_how_much()
    {
        Assert.Equal(204, await caller.SendAsync(HttpMethod.Post, "telemetry/pause", new { paused = true }));
        using (var service = new SentTelemetry(dashboard, "shop", OtlpExportProtocol.Grpc))
        {
            LoggedLines.Closed(service.Logger);
        }

        var overview = await caller.GetAsync("telemetry");
        Assert.True(overview.GetProperty("paused").GetBoolean());
        Assert.Equal((0, 1), (overview.GetProperty("counts").GetProperty("logs").GetInt32(), overview.GetProperty("droppedWhilePaused").GetInt32()));
    }

    private static double Sum(JsonElement values) => Values(values).Sum();

    private static IEnumerable<double> Values(JsonElement values) =>
        values.EnumerateArray().Where(static value => value.ValueKind == JsonValueKind.Number).Select(static value => value.GetDouble());

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private async Task<HttpStatusCode> PostAsync(string json)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(dashboard.OtlpHttpEndpoint, "/v1/traces"))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { { "x-otlp-api-key", RunningDashboard.OtlpKey } },
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
