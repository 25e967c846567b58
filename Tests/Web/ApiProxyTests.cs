using System.Net.WebSockets;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>What passes between a browser and the API, and what is said when it cannot.</summary>
public sealed class ApiProxyTests : IAsyncLifetime
{
    private StandInApi api = null!;
    private RunningService<DiscoveredDestinations> web = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        api = await StandInApi.StartAsync(Cancellation);
        web = WebBefore.Api(new Uri(api.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task Forward_a_request_tells_the_api_whose_it_is_and_not_whose_it_claims_to_be()
    {
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        var forwarded = await web.Client.GetStringAsync("/api/forwarded", Cancellation);
        Assert.Equal($"127.0.0.1 {web.Client.BaseAddress!.Authority} http", forwarded.Replace("::ffff:", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forward_a_request_that_came_through_a_known_proxy_tells_the_api_what_that_proxy_told()
    {
        await using var behindIngress = WebBefore.Api(new Uri(api.Address), ("ForwardedHeaders:KnownNetworks:0", "127.0.0.0/8"));
        behindIngress.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        behindIngress.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var forwarded = await behindIngress.Client.GetStringAsync("/api/forwarded", Cancellation);
        Assert.Equal($"198.51.100.7 {behindIngress.Client.BaseAddress!.Authority} https", forwarded);
    }

    [Fact]
    public async Task Forward_a_body_of_any_size_passes_it_whole()
    {
        const int LargerThanTheServersOwnLimit = 64 * 1024 * 1024;
        using var body = new ByteArrayContent(new byte[LargerThanTheServersOwnLimit]);
        using var response = await web.Client.PostAsync("/api/count", body, Cancellation);
        Assert.Equal($"{LargerThanTheServersOwnLimit}", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Forward_a_body_over_the_limit_of_the_api_keeps_its_refusal()
    {
        using var body = new ByteArrayContent(new byte[8 * 1024 * 1024]);
        using var response = await web.Client.PostAsync("/api/little", body, Cancellation);
        Assert.Equal(StandInApi.Refusal, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Forward_events_passes_each_as_it_happens()
    {
        using var response = await web.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(Cancellation);
        using var reader = new StreamReader(stream);
        Assert.Equal("data: first", await reader.ReadLineAsync(Cancellation));
        api.SecondEventMayCome.SetResult();
        Assert.Empty((await reader.ReadLineAsync(Cancellation))!);
        Assert.Equal("data: second", await reader.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task Forward_a_web_socket_passes_both_ways()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(web.Client.BaseAddress!) { Scheme = "ws", Path = "/api/socket" }.Uri, Cancellation);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        var buffer = new byte[16];
        var received = await socket.ReceiveAsync(buffer, Cancellation);
        Assert.Equal("hello"u8, buffer.AsSpan(0, received.Count));
    }

    [Fact]
    public async Task Leave_before_the_answer_ends_the_work_behind_the_proxy()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var request = web.Client.GetAsync("/api/endless", leave.Token);
        await api.CallerArrived.Task.WaitAsync(Cancellation);
        await leave.CancelAsync();
        await api.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Ask_an_api_that_is_away_tells_when_to_try_again()
    {
        await api.DisposeAsync();
        using var response = await web.Client.GetAsync("/api/models", Cancellation);
        await Requests.ReadProblemAsync(response, ErrorCodes.InferenceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Forward_a_page_of_the_api_keeps_its_own_policy()
    {
        using var response = await web.Client.GetAsync("/scalar/", Cancellation);
        Assert.Equal("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/computervision/imageanalysis:analyze?api-version=2024-02-01&features=tags,read")]
    [InlineData("/v1/images:annotate?key=a%2Bb")]
    public async Task Forward_a_call_by_the_path_of_a_cloud_passes_it_as_it_is(string path)
    {
        using var response = await web.Client.PostAsync(path, content: null, Cancellation);
        Assert.Equal(path, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Forward_a_signed_call_keeps_the_host_that_its_signature_covers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Headers = { { "X-Amz-Target", "RekognitionService.DetectLabels" } } };
        using var response = await web.Client.SendAsync(request, Cancellation);
        Assert.Equal(
            $"{web.Client.BaseAddress!.Authority} RekognitionService.DetectLabels", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Get_the_first_page_is_answered_by_the_pages_whatever_its_headers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Amz-Target", "RekognitionService.DetectLabels" } } };
        using var response = await web.Client.SendAsync(request, Cancellation);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }
}
