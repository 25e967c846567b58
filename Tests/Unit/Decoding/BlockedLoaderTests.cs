using NetVips;
using Tests.Fixtures;
using Vision.Decoding.Vips;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>The library itself refuses what the probe would refuse before it.</summary>
public sealed class BlockedLoaderTests
{
    /// <summary>The first decoder of a process blocks the loaders.</summary>
    public BlockedLoaderTests() => _ = new VipsImageDecoder();

    public static TheoryData<string> Names => [.. RareFile.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NewFromBuffer_of_another_format_finds_no_loader(string name)
    {
        Assert.Null(Image.FindLoadBuffer(RareFile.ByName[name]));
        Assert.Throws<VipsException>(() => Image.NewFromBuffer(RareFile.ByName[name]));
    }

    [Theory]
    [InlineData("tiff", "tiffload_buffer")]
    [InlineData("svg", "svgload_buffer")]
    [InlineData("heif", "heifload_buffer")]
    public void Call_of_a_loader_that_is_built_in_is_blocked(string name, string loader)
    {
        Assert.Contains(loader, NetVips.NetVips.GetOperations());
        var exception = Assert.Throws<VipsException>(() => Operation.Call(loader, RareFile.ByName[name]));
        Assert.Contains("blocked", exception.Message, StringComparison.Ordinal);
    }
}
