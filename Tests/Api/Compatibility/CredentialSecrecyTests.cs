using Tests.Api.Compatibility.Google;
using Tests.Fixtures;
using Tests.Web;
using Xunit;

namespace Tests.Api.Compatibility;

/// <summary>Google's clients may put their key into the address. Addresses are in traces and logs; the key must not be.</summary>
public sealed class CredentialSecrecyTests
{
    private const string Canary = "canary4711";
    private const string Unknown = "unknown-canary4711";

    private static readonly (string Name, string Value)[] Settings =
    [
        ("Compatibility:Google", "true"), ("Compatibility:Azure", "true"), ("Compatibility:Aws", "true"),
        ("Security:ApiKeys:0:Name", "shop"), ("Security:ApiKeys:0:Key", Canary),
    ];

    [Fact]
    public async Task A_key_in_the_query_is_in_no_span_of_either_service()
    {
        await using var api = await ApiProcess.StartAsync([RecordedTrace.Receiver, .. Settings]);
        await using var web = WebBefore.Api(api.Client.BaseAddress!, RecordedTrace.Receiver);
        using var trace = new RecordedTrace();
        using var client = trace.CreateClient(web.Client.BaseAddress!);
        await PostAsync(client, $"{GoogleCalls.Route}?key={Canary}", 200);
        await Eventually.IsTrueAsync(() => trace.Spans.Count(static span => span.DisplayName.StartsWith("POST /v1", StringComparison.Ordinal)) == 2);
        Assert.Contains(trace.Texts, static text => text.StartsWith("url.query=", StringComparison.Ordinal));
        Assert.Contains(trace.Texts, static text => text.StartsWith("url.full=", StringComparison.Ordinal));
        Assert.DoesNotContain(trace.Texts, static text => text.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_credential_is_in_no_log_of_either_service()
    {
        await using var api = await ServiceProcess.StartAsync("ApiService", [("Inference:Mode", "InProcess"), .. Settings]);
        await using var web = await ServiceProcess.StartAsync("WebFrontend", ("services:api:http:0", api.Address.ToString()));
        await PostAsync(web.Client, $"{GoogleCalls.Route}?key={Canary}", 200);
        await PostAsync(web.Client, $"{GoogleCalls.Route}?key={Unknown}", 400);
        await PostAsync(web.Client, "/computervision/imageanalysis:analyze", 401, ("Ocp-Apim-Subscription-Key", Unknown));
        await PostAsync(
            web.Client,
            "/",
            400,
            ("X-Amz-Target", "RekognitionService.DetectLabels"),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential={Unknown}/20260101/eu-west-1/rekognition/aws4_request, SignedHeaders=host;x-amz-target, Signature={Canary}"));
        await web.StopAsync();
        await api.StopAsync();
        Assert.Contains("/v1/images:annotate answered 400", api.Output, StringComparison.Ordinal);
        Assert.Contains("answered 401", web.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, api.Output + web.Output, StringComparison.Ordinal);
    }

    private static async Task PostAsync(HttpClient client, string address, int status, params (string Name, string Value)[] headers)
    {
        var body = GoogleCalls.Body(GoogleCalls.For("cat.jpg", new System.Text.Json.Nodes.JsonObject { ["type"] = "LABEL_DETECTION" }));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Requests.Json(body.ToJsonString()) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
    }
}
