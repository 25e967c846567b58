using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

/// <summary>Whatever the bytes are, the answer is a header or a problem of the image, and never another exception.</summary>
public sealed class BrokenFileTests
{
    private const int CopiesPerFile = 20_000;

    public static TheoryData<string> SampleNames => ImageSamples.Names;

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Read_file_cut_anywhere_is_told_alike_or_refused(string name)
    {
        var file = ImageSamples.ByName[name];
        var whole = ImageProbe.Read(file);
        for (var length = 0; length < file.Length; length++)
        {
            var header = Refusal.ReadOrRefuse(file.AsSpan(0, length));
            Assert.True(header is null || header == whole, $"{name} cut to {length} of {file.Length} bytes reads as {header}.");
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Read_file_cut_to_a_share_is_refused(string name)
    {
        var file = ImageSamples.ByName[name];
        Assert.All([1, 10, 50, 90, 99], percent => Refusal.IsInvalid(file[..(file.Length * percent / 100)]));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Read_flipped_bytes_never_raise_another_exception(string name)
    {
        foreach (var broken in BrokenFile.WithFlippedBytes(ImageSamples.ByName[name], CopiesPerFile))
        {
            _ = Refusal.ReadOrRefuse(broken);
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void Read_noise_behind_a_signature_never_raises_another_exception(string name)
    {
        foreach (var broken in BrokenFile.WithNoise(ImageSamples.ByName[name], CopiesPerFile))
        {
            _ = Refusal.ReadOrRefuse(broken);
        }
    }
}
