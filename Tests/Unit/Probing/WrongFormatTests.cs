using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class WrongFormatTests
{
    /// <summary>The most bytes that tell a wrong format, as documented at <see cref="EarlyImageProbe"/>.</summary>
    private const int BytesThatDecide = 12;

    public static TheoryData<string> ForeignNames => [.. ForeignFile.ByName.Keys];

    [Theory]
    [MemberData(nameof(ForeignNames))]
    public void Read_other_format_is_invalid(string name) => Refusal.IsInvalid(ForeignFile.ByName[name]);

    [Theory]
    [MemberData(nameof(ForeignNames))]
    public void Read_first_bytes_of_other_format_are_invalid(string name)
    {
        var file = ForeignFile.ByName[name];
        for (var length = 0; length < file.Length; length++)
        {
            Refusal.IsInvalid(file[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(ForeignNames))]
    public void TryRead_other_format_is_refused_after_its_first_bytes(string name)
    {
        var file = ForeignFile.ByName[name];
        var probe = new EarlyImageProbe();
        var problem = Assert.Throws<ProblemException>(() => probe.TryRead(file.AsSpan(0, Math.Min(file.Length, BytesThatDecide)), out _));
        Assert.Equal(ErrorCodes.InvalidImage, problem.Code);
    }

    [Fact]
    public void Read_nothing_is_invalid() => Refusal.IsInvalid([]);

    [Fact]
    public void TryRead_nothing_waits() => Assert.False(new EarlyImageProbe().TryRead([], out _));
}
