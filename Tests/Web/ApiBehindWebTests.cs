using System.Net;
using System.Net.Http.Json;
using ApiService.Inference;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The real API through the web front end: its limits hold, and nothing of the proxy's own gets in the way.</summary>
public sealed class ApiBehindWebTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private RunningService<InferenceOptions> api = null!;
    private RunningService<DiscoveredDestinations> web = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "1000"));
        web = WebBefore.Api(api.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task Post_of_the_largest_image_as_json_passes_and_of_a_larger_one_is_refused_in_words()
    {
        Assert.Equal(20 * Megabyte, (await web.Client.AnalyzeAsync(Requests.Json(Padded(20 * Megabyte)))).Image.Bytes);
        using var asking = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(Padded(40 * Megabyte)) };
        asking.Headers.ExpectContinue = true;
        using var response = await web.Client.SendAsync(asking, Cancellation);
        await Requests.ReadProblemAsync(response, ErrorCodes.ImageTooLarge);
    }

    [Fact]
    public async Task Post_of_a_batch_far_larger_than_a_server_takes_by_default_passes()
    {
        using var body = new BatchContent(Padded(20 * Megabyte), 3);
        using var response = await web.Client.PostAsync("/api/analyze-batch", body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var batch = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.BatchAnalysis, Cancellation);
        Assert.All(batch!.Results, item => Assert.Equal(20 * Megabyte, item.Analysis!.Image.Bytes));
    }

    [Fact]
    public async Task Send_over_a_socket_gives_the_analysis()
    {
        var cat = Photo.Bytes("cat.jpg");
        using var socket = await SocketClient.OpenAsync(web.Client.BaseAddress!, "?top=2");
        await socket.SendAsync($$"""{"bytes":{{cat.Length}}}""");
        await socket.SendAsync(cat);
        Assert.Equal(2, (await socket.ReadToEndAsync()).GetProperty("analysis").GetProperty("labels").GetArrayLength());
        Assert.Equal(cat.Length, socket.Received);
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_more_than_announced_over_a_socket_is_closed_with_1009()
    {
        using var socket = await SocketClient.OpenAsync(web.Client.BaseAddress!);
        await socket.SendAsync("{\"bytes\":5}");
        await socket.SendAsync(Photo.Bytes("cat.jpg"));
        Assert.Equal("invalid_request", (await socket.ReadToEndAsync()).GetProperty("problem").GetProperty("code").GetString());
        Assert.Equal(System.Net.WebSockets.WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Post_that_is_refused_keeps_the_words_and_headers_of_the_api()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Requests.Route);
        using var response = await web.Client.SendAsync(request, Cancellation);
        await Requests.ReadProblemAsync(response, ErrorCodes.MethodNotAllowed);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        using var analysis = await web.Client.PostAsync(Requests.Route, Requests.Raw(Photo.Bytes("cat.jpg")), Cancellation);
        Assert.StartsWith("analysis; ", analysis.Headers.GetValues("Cache-Status").Single(), StringComparison.Ordinal);
        Assert.StartsWith("\"analyze\";r=", analysis.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
    }

    private static byte[] Padded(int length)
    {
        var image = new byte[length];
        Photo.Bytes("cat.jpg").CopyTo(image, 0);
        return image;
    }
}
