using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>One analysis as server-sent events.</summary>
[Collection<SharedApi>]
public sealed class StreamTests(ApiFixture api)
{
    [Fact]
    public async Task Post_with_stream_tells_each_step_and_then_the_analysis()
    {
        using var request = Post("?stream=true&top=3");
        request.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        var events = await ReadAsync(request);
        Assert.Equal(["accepted", "progress", "progress", "feature", "completed"], events.Select(item => item.EventType));
        Assert.Equal("jpeg", events[0].Data.GetProperty("image").GetProperty("format").GetString());
        Assert.Equal("queue", events[1].Data.GetProperty("stage").GetString());
        Assert.Equal("labels", events[3].Data.GetProperty("feature").GetString());
        Assert.Equal(3, events[3].Data.GetProperty("labels").GetArrayLength());
        Assert.True(events[3].Data.TryGetProperty("concepts", out _));
        Assert.Equal(events[0].Data.GetProperty("digest").GetString(), events[4].Data.GetProperty("digest").GetString());
    }

    [Fact]
    public async Task Post_that_accepts_events_tells_a_kept_analysis_the_same_way()
    {
        using var first = Post("?top=4");
        using var reply = await api.Client.SendAsync(first, TestContext.Current.CancellationToken);
        using var second = Post("?top=4");
        second.Headers.Accept.ParseAdd("text/event-stream");
        var events = await ReadAsync(second);
        Assert.Equal(["accepted", "progress", "feature", "completed"], events.Select(item => item.EventType));
        Assert.Equal("cache", events[1].Data.GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Post_with_an_unknown_model_ends_with_the_problem()
    {
        using var request = Post("?stream=true&model=none");
        var events = await ReadAsync(request);
        Assert.Equal("failed", events[^1].EventType);
        Assert.Equal(ErrorCodes.ModelNotFound.Code, events[^1].Data.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Post_with_a_deadline_that_passes_ends_with_the_problem()
    {
        using var request = Post("?stream=true&top=90&equalize=adaptive");
        request.Headers.Add(RequestHeaders.Deadline, "1");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains(
            ErrorCodes.DeadlineExceeded.Code,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_of_no_image_with_stream_is_a_plain_problem()
    {
        using var request = Post("?stream=true");
        request.Content = Requests.Raw("no image"u8.ToArray());
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidImage);
    }

    [Fact]
    public async Task Post_with_another_value_of_stream_names_the_option()
    {
        var problem = await api.Client.FailAsync(Requests.Raw(Photo.Bytes("cat.jpg")), ErrorCodes.InvalidRequest, "?stream=yes");
        Assert.Equal(["stream"], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_with_stream_in_the_body_tells_the_same_events(bool isForm)
    {
        using var request = Post("?stream=false&top=8");
        using var form = Requests.Form(Photo.Bytes("cat.jpg"));
        form.Add(new StringContent("true"), "stream");
        request.Content = isForm
            ? form
            : Requests.Json($$"""{"stream":true,"image":"{{Convert.ToBase64String(Photo.Bytes("cat.jpg"))}}"}""");
        var events = await ReadAsync(request);
        Assert.Equal(("accepted", "completed"), (events[0].EventType, events[^1].EventType));
        Assert.Equal(8, events[^1].Data.GetProperty("labels").GetArrayLength());
    }

    [Fact]
    public async Task Post_that_accepts_no_events_gets_the_plain_answer()
    {
        using var request = Post("?stream=false");
        request.Headers.Accept.ParseAdd("text/event-stream;q=0, application/json");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Post_of_an_image_that_cannot_be_decoded_ends_with_the_problem()
    {
        using var request = Post("?stream=true");
        request.Content = Requests.Raw(PngFile.WithSize(50, 50));
        var events = await ReadAsync(request);
        Assert.Equal("failed", events[^1].EventType);
        var problem = events[^1].Data.Deserialize(ContractsJsonContext.Default.Problem)!;
        Assert.Equal(("invalid_image", "Invalid image format", 400, false), (problem.Code, problem.Title, problem.Status, problem.Retryable));
        Assert.Equal(32, problem.TraceId!.Length);
    }

    private static HttpRequestMessage Post(string query) =>
        new(HttpMethod.Post, Requests.Route + query) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };

    private async Task<List<SseItem<JsonElement>>> ReadAsync(HttpRequestMessage request)
    {
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var events = SseParser.Create(stream, static (_, data) => JsonElement.Parse(data));
        return await events.EnumerateAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
