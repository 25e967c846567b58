using ApiService.Inference;
using Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Tests.Api;

/// <summary>A full inference service is left alone for a moment.</summary>
public sealed class OverloadPauseTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly OverloadPause pause;

    public OverloadPauseTests() => pause = new OverloadPause(clock);

    [Fact]
    public void Check_after_a_refusal_refuses_for_a_moment_and_not_longer()
    {
        pause.Check();
        pause.Refused();
        Assert.Equal(ErrorCodes.Overloaded, Assert.Throws<ProblemException>(pause.Check).Code);
        clock.Advance(TimeSpan.FromMilliseconds(49));
        Assert.Throws<ProblemException>(pause.Check);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        pause.Check();
    }
}
