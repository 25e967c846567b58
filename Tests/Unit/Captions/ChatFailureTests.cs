using System.Globalization;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>Whatever the endpoint does, its caller gets a caption.</summary>
public sealed class ChatFailureTests
{
    private static readonly Caption Local = new(CaptionProcess.LocalText, Caption.LocalSource);

    public static TheoryData<string, string, int> Failures => new()
    {
        { "500", "500", 2 },
        { "500 with a pause", "500", 1 },
        { "429 with a long pause", "429", 1 },
        { "401", "401", 1 },
        { "400", "400", 1 },
        { "no JSON", "malformed", 1 },
        { "other JSON", "malformed", 1 },
        { "array", "malformed", 1 },
        { "no choices", "malformed", 1 },
        { "nothing said", "empty", 1 },
        { "nothing readable", "empty", 1 },
        { "endless", "unreachable", 1 },
        { "aborted", "unreachable", 1 },
        { "redirect", "307", 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Describe_by_an_endpoint_that_fails_is_local(string failure, string reason, int calls)
    {
        await using var other = await ChatServer.StartAsync();
        await using var server = await ChatServer.StartAsync();
        server.Reply = ReplyOf(failure, other);
        await using var captions = new CaptionProcess(server, time: null, ("Captioning:Timeout", "00:00:20"));
        Assert.Equal((Local, true), await captions.RunAsync());
        Assert.Equal([reason], captions.Reasons);
        Assert.Equal(calls, server.Calls.Count);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task Describe_by_an_endpoint_that_is_not_there_is_local()
    {
        var gone = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(gone);
        await gone.DisposeAsync();
        Assert.Equal((Local, true), await captions.RunAsync());
        Assert.Equal(["unreachable"], captions.Reasons);
        Assert.Equal("unreachable", captions.Durations.LastMeasurement!.Tags["error.type"]);
    }

    [Theory]
    [InlineData(429, "30")]
    [InlineData(503, "date")]
    public async Task Describe_waits_as_long_as_the_endpoint_asks_and_asks_again_once(int status, string retryAfter)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var pause = retryAfter == "date" ? time.GetUtcNow().AddSeconds(30).ToString("r", CultureInfo.InvariantCulture) : retryAfter;
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.First(1, ChatReplies.Status(status, pause), ChatReplies.Saying("Later."));
        await using var captions = new CaptionProcess(server, time);
        var describing = captions.DescribeAsync();
        await Eventually.IsTrueAsync(() => captions.Durations.GetMeasurementSnapshot().Count == 1);
        time.Advance(TimeSpan.FromSeconds(28));
        Assert.Single(server.Calls);
        await Eventually.IsTrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return describing.IsCompleted;
        });
        Assert.Equal("Later.", (await describing).Text);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task Describe_by_an_endpoint_that_never_answers_is_local_when_the_time_is_over()
    {
        var time = new FakeTimeProvider();
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Nothing();
        await using var captions = new CaptionProcess(server, time);
        var describing = captions.RunAsync();
        await Eventually.IsTrueAsync(() => !server.Calls.IsEmpty);
        time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(describing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((Local, true), await describing);
        Assert.Equal(["timeout"], captions.Reasons);
    }

    [Theory]
    [InlineData(30, 24, 25)]
    [InlineData(4, 1, 2)]
    public async Task Describe_for_a_caller_with_a_deadline_is_local_before_it_passes(int deadline, int still, int over)
    {
        var time = new FakeTimeProvider();
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Nothing();
        await using var captions = new CaptionProcess(server, time);
        var describing = captions.DescribeAsync(deadline: Deadline.In(TimeSpan.FromSeconds(deadline), time));
        await Eventually.IsTrueAsync(() => !server.Calls.IsEmpty);
        time.Advance(TimeSpan.FromSeconds(still));
        Assert.False(describing.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(over - still));
        Assert.Equal(Local, await describing);
    }

    [Fact]
    public async Task Describe_for_a_caller_who_leaves_ends_the_call()
    {
        await using var server = await ChatServer.StartAsync();
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Reply = async (context, _) =>
        {
            await using var leaving = context.RequestAborted.Register(() => left.SetResult());
            await left.Task;
        };
        await using var captions = new CaptionProcess(server);
        using var caller = new CancellationTokenSource();
        var describing = captions.DescribeAsync(caller: caller.Token);
        await Eventually.IsTrueAsync(() => !server.Calls.IsEmpty);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => describing);
        await left.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static Func<HttpContext, int, Task> ReplyOf(string failure, ChatServer other) => failure switch
    {
        "500" => ChatReplies.Status(500, body: "{\"error\":{\"message\":\"broken\"}}"),
        "500 with a pause" => ChatReplies.Status(500, "3600"),
        "429 with a long pause" => ChatReplies.Status(429, "20"),
        "401" => ChatReplies.Status(401),
        "400" => ChatReplies.Status(400),
        "no JSON" => ChatReplies.Json("A cat on a mat."),
        "other JSON" => ChatReplies.Json("{\"caption\":\"A cat on a mat.\"}"),
        "array" => ChatReplies.Json("[]"),
        "no choices" => ChatReplies.WithoutChoices(),
        "nothing said" => ChatReplies.Saying(string.Empty),
        "nothing readable" => ChatReplies.Saying("\u0000 … \"\""),
        "endless" => ChatReplies.Endless(),
        "redirect" => ChatReplies.Redirect(new Uri(other.Endpoint + "/chat/completions")),
        _ => ChatReplies.Broken(),
    };
}
