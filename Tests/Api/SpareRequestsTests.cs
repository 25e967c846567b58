using ApiService.Inference;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Tests.Api;

/// <summary>Who comes in beyond those whose work the engine takes.</summary>
public sealed class SpareRequestsTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly SpareRequests spare;

    public SpareRequestsTests() => spare = new SpareRequests(clock, Options.Create(new InferenceOptions { SpareRequests = 2 }));

    [Fact]
    public void No_more_enter_at_once_than_there_are_places()
    {
        Assert.True(spare.TryEnter());
        Assert.True(spare.TryEnter());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(spare.TryEnter());
        spare.Leave(isAnswered: true);
        Assert.True(spare.TryEnter());
    }

    [Fact]
    public void Places_of_those_who_were_answered_are_free_at_once()
    {
        for (var request = 0; request < 100; request++)
        {
            Assert.True(spare.TryEnter());
            spare.Leave(isAnswered: true);
        }
    }

    [Fact]
    public void Places_used_in_vain_come_back_one_an_interval()
    {
        Assert.Equal(2, EnterInVain());
        clock.Advance(SpareRequests.Interval - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, EnterInVain());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, EnterInVain());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, EnterInVain());
    }

    private int EnterInVain()
    {
        var entered = 0;
        for (; spare.TryEnter(); entered++)
        {
            spare.Leave(isAnswered: false);
        }

        return entered;
    }
}
