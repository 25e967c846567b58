using Contracts;
using Microsoft.Extensions.Time.Testing;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>The endpoint is not asked by too many at once, nor while it keeps failing.</summary>
public sealed class ChatProtectionTests
{
    private static readonly TimeSpan BreakerDuration = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Describe_of_many_images_never_asks_for_more_than_the_limit_at_once()
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server, time: null, ("Captioning:MaximumConcurrency", "2"));
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => captions.DescribeAsync()));
        Assert.All(all, static caption => Assert.Equal(ChatServer.Model, caption.Source));
        Assert.InRange(server.Peak, 1, 2);
    }

    [Fact]
    public async Task Describe_without_a_place_is_local_when_the_time_is_over()
    {
        var time = new FakeTimeProvider();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ChatServer.StartAsync();
        server.Reply = async (context, number) =>
        {
            await release.Task;
            await ChatReplies.Saying("Slow.")(context, number);
        };
        await using var captions = new CaptionProcess(server, time, ("Captioning:MaximumConcurrency", "1"));
        var first = captions.DescribeAsync();
        await Eventually.IsTrueAsync(() => !server.Calls.IsEmpty);
        var second = captions.DescribeAsync(deadline: Deadline.In(TimeSpan.FromSeconds(10), time));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Caption.LocalSource, (await second).Source);
        Assert.Equal(["busy"], captions.Reasons);
        release.SetResult();
        Assert.Equal("Slow.", (await first).Text);
        Assert.Equal(1, server.Peak);
    }

    [Fact]
    public async Task Describe_by_an_endpoint_that_keeps_failing_leaves_it_alone_and_comes_back_to_it()
    {
        var time = new FakeTimeProvider();
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Status(401);
        await using var captions = new CaptionProcess(server, time);
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(0, captions.BreakerState);
            await captions.DescribeAsync();
        }

        Assert.Equal(2, captions.BreakerState);
        await captions.DescribeAsync();
        Assert.Equal(4, server.Calls.Count);
        Assert.Equal(["401", "401", "401", "401", "circuit_open"], captions.Reasons);

        time.Advance(BreakerDuration);
        await captions.DescribeAsync();
        Assert.Equal((5, 2), (server.Calls.Count, captions.BreakerState));

        server.Reply = ChatReplies.Saying("Back.");
        time.Advance(BreakerDuration);
        Assert.Equal("Back.", (await captions.DescribeAsync()).Text);
        Assert.Equal(0, captions.BreakerState);
        Assert.Equal("Back.", (await captions.DescribeAsync()).Text);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Describe_of_pictures_that_are_refused_does_not_count_against_the_endpoint(int status)
    {
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Status(status);
        await using var captions = new CaptionProcess(server);
        for (var call = 0; call < 8; call++)
        {
            await captions.DescribeAsync();
        }

        Assert.Equal((8, 0), (server.Calls.Count, captions.BreakerState));
    }

    [Theory]
    [InlineData(30, 2)]
    [InlineData(20, 0)]
    public async Task Describe_that_a_deadline_ends_counts_only_after_a_fair_wait(int deadline, int expected)
    {
        var time = new FakeTimeProvider();
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Nothing();
        await using var captions = new CaptionProcess(server, time);
        for (var call = 1; call <= 4; call++)
        {
            var describing = captions.DescribeAsync(deadline: Deadline.In(TimeSpan.FromSeconds(deadline), time));
            await Eventually.IsTrueAsync(() => server.Calls.Count == call);
            time.Advance(TimeSpan.FromSeconds(deadline - 5));
            await describing;
        }

        Assert.Equal(expected, captions.BreakerState);
    }
}
