using AppHost.Restarts;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Restarts;

public sealed class InstanceHistoryTests
{
    private readonly SteppedTime time = new();
    private readonly InstanceHistory history;

    public InstanceHistoryTests() => history = new InstanceHistory(time);

    [Fact]
    public void Follow_ends_in_a_row_wait_longer_and_longer()
    {
        var pauses = Enumerable.Range(0, 7).Select(_ => RunAndEnd(TimeSpan.FromSeconds(5))?.TotalSeconds);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], pauses);
    }

    [Fact]
    public void Follow_end_after_a_good_run_begins_with_the_shortest_pause()
    {
        RunAndEnd(TimeSpan.FromSeconds(5));
        RunAndEnd(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(1), RunAndEnd(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Follow_end_on_purpose_is_left_alone()
    {
        history.Follow(KnownResourceStates.Running);
        history.Follow(KnownResourceStates.Stopping);

        Assert.Null(history.Follow(KnownResourceStates.Finished));
    }

    [Fact]
    public void Follow_failure_of_the_first_start_is_left_alone_and_of_a_restart_is_not()
    {
        Assert.Null(history.Follow(KnownResourceStates.FailedToStart));

        history.Follow(KnownResourceStates.Running);
        history.Follow(KnownResourceStates.Exited);
        history.Follow(KnownResourceStates.Starting);

        Assert.Equal(TimeSpan.FromSeconds(2), history.Follow(KnownResourceStates.FailedToStart));
    }

    [Fact]
    public void Follow_further_news_of_an_ended_instance_starts_it_once()
    {
        history.Follow(KnownResourceStates.Running);

        Assert.NotNull(history.Follow(KnownResourceStates.Finished));
        Assert.Null(history.Follow(KnownResourceStates.Finished));
    }

    private TimeSpan? RunAndEnd(TimeSpan duration)
    {
        history.Follow(KnownResourceStates.Running);
        time.Now += duration;
        return history.Follow(KnownResourceStates.Finished);
    }

    private sealed class SteppedTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
