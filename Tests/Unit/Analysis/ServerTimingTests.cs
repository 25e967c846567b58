using Vision;
using Xunit;

namespace Tests.Unit.Analysis;

public sealed class ServerTimingTests
{
    [Fact]
    public void Format_of_timings_is_read_back()
    {
        StageTiming[] timings = [new("queue", TimeSpan.FromMilliseconds(0.125)), new("labels", TimeSpan.FromMilliseconds(12))];
        var header = ServerTiming.Format(timings);
        Assert.Equal("queue;dur=0.125, labels;dur=12", header);
        Assert.Equal(timings, ServerTiming.Parse(header));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cache;desc=hit")]
    [InlineData("x;dur=fast")]
    public void Parse_of_another_form_gives_nothing(string header) => Assert.Empty(ServerTiming.Parse(header));
}
