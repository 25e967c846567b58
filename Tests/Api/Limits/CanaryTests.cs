using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>What callers send is in no log, no metric and no problem: a word is put everywhere and looked for everywhere.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Canary = "canary4711";

    private static readonly byte[] CanaryBytes = Encoding.ASCII.GetBytes(Canary);
    private static readonly string InBase64 = Convert.ToBase64String(CanaryBytes)[..12];

    private readonly List<string> replies = [];
    private readonly RsyslogServer centralLog = new();
    private ServiceProcess inference = null!;
    private ServiceProcess api = null!;

    public async ValueTask InitializeAsync()
    {
        await centralLog.InitializeAsync();
        inference = await ServiceProcess.StartAsync("InferenceService", [.. centralLog.SettingsFor("Tcp")]);
        api = await ServiceProcess.StartAsync(
            "ApiService",
            [
                ("services:inference:http:0", inference.Address.ToString()),
                ("RateLimiting:Anonymous:PermitLimit", "1000"),
                ("Security:ApiKeys:0:Name", "shop"),
                ("Security:ApiKeys:0:Key", $"known-{Canary}"),
                .. centralLog.SettingsFor("Tcp"),
            ]);
    }

    [Fact]
    public async Task Send_of_a_canary_in_every_place_leaves_it_in_no_log_metric_or_problem()
    {
        foreach (var file in Files())
        {
            await PostAsync(Requests.Raw(file));
            await PostAsync(Requests.Json(file));
            await PostAsync(Form(file));
        }

        foreach (var body in Bodies())
        {
            await PostAsync(body);
        }

        await PostAsync(Requests.Raw(EncodedPicture.Gif()), $"?model={Canary}");
        await PostAsync(Requests.Raw(EncodedPicture.Gif()), $"?top={Canary}");
        await PostAsync(Requests.Raw(EncodedPicture.Gif()), headers: [(RequestHeaders.ApiKey, Canary)]);
        await PostAsync(Requests.Raw(EncodedPicture.Gif()), headers: [(RequestHeaders.ApiKey, $"known-{Canary}")]);
        await PostAsync(Requests.Raw(EncodedPicture.Gif()), headers: [(RequestHeaders.Deadline, Canary), ("Cache-Control", Canary)]);
        await SendOverSocketAsync();
        await GetAsync(api, $"/api/results/{Canary}");
        await GetAsync(api, $"/api/models/{Canary}");
        await GetAsync(api, $"/{Canary}");
        await GetAsync(api, "/metrics");
        await GetAsync(inference, "/metrics");
        await GetAsync(api, "/health/ready");
        await api.StopAsync();
        await inference.StopAsync();

        Assert.All(replies, AssertClean);
        AssertClean(api.Output);
        AssertClean(inference.Output);
        await centralLog.FindAsync(static message => message.GetProperty("msg").GetString()!.Contains("an unknown route answered 404", StringComparison.Ordinal));
        AssertClean(centralLog.ReadAll());
        Assert.Contains("Application is shutting down", api.Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"Information\"", inference.Output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await inference.DisposeAsync();
        await centralLog.DisposeAsync();
    }

    /// <summary>Images that hold the word, whole and broken.</summary>
    private static IEnumerable<byte[]> Files()
    {
        var png = PngFile.WithChunks(EncodedPicture.Png(), PngFile.Chunk("tEXt"u8, [.. "Comment\0"u8, .. CanaryBytes]));
        var jpeg = JpegFile.WithSegments(EncodedPicture.Jpeg(), JpegFile.Segment(0xFE, CanaryBytes));
        var broken = EncodedPicture.Jpeg();
        CanaryBytes.CopyTo(broken, broken.Length - 40);
        return [png, jpeg, png[..^30], broken, CanaryBytes, [.. "GIF89a"u8, .. CanaryBytes]];
    }

    private static IEnumerable<HttpContent> Bodies() =>
    [
        Requests.Json($$"""{"image":"{{Canary}}"}"""),
        Requests.Json($$"""{"image":"data:image/{{Canary}};base64,AAAA"}"""),
        Requests.Json($$"""{"image":"{{Convert.ToBase64String(EncodedPicture.Gif())}}","model":"{{Canary}}"}"""),
        Requests.Json($$"""{"image":"AAAA","top":"{{Canary}}","features":["{{Canary}}"],"equalize":"{{Canary}}"}"""),
        Requests.Json($$"""{"image":"AAAA" {{Canary}}"""),
        Requests.Json($$"""{"upload":"{{Canary}}"}"""),
        new MultipartFormDataContent { { new StringContent(Canary), "model" } },
        new MultipartFormDataContent { { new StringContent("none"), "file", $"{Canary}.jpg" } },
        Requests.Raw(CanaryBytes, $"text/{Canary}"),
    ];

    private static MultipartFormDataContent Form(byte[] file) => new()
    {
        { new ByteArrayContent(file), "image", $"{Canary}.jpg" }, { new StringContent(Canary), "model" },
    };

    private static void AssertClean(string text)
    {
        Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(InBase64, text, StringComparison.Ordinal);
    }

    private async Task PostAsync(HttpContent body, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + query) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.InRange((int)response.StatusCode, 200, 499);
        replies.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task GetAsync(ServiceProcess service, string route)
    {
        using var response = await service.Client.GetAsync(route, TestContext.Current.CancellationToken);
        replies.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task SendOverSocketAsync()
    {
        using var socket = await SocketClient.OpenAsync(api.Address);
        await socket.SendAsync($$"""{"bytes":10,"model":"{{Canary}}","sha256":"{{Canary}}"}""");
        replies.Add((await socket.ReadToEndAsync()).GetRawText());
    }
}
