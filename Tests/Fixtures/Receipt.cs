using System.Text.Json;
using Contracts;
using NetVips;
using Xunit;

namespace Tests.Fixtures;

/// <summary>The drawn receipt of the sample images, whose lines are known, in any position.</summary>
internal static class Receipt
{
    public const string FileName = "receipt.png";

    private static readonly double[] Paper = [250, 248, 240];

    public static IReadOnlyList<string> Lines { get; } = ReadLines();

    /// <summary>The receipt turned clockwise, on more of its paper.</summary>
    public static byte[] Turned(double degrees) => Changed(receipt => receipt.Rotate(degrees, background: Paper));

    /// <summary>The receipt stored so that it is upright by its EXIF orientation.</summary>
    public static byte[] WithOrientation(int orientation) => Changed(receipt =>
    {
        using var stored = orientation switch
        {
            3 => receipt.Rot180(),
            6 => receipt.Rot270(),
            8 => receipt.Rot90(),
            _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
        };
        return stored.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
    });

    /// <summary>Asserts that every line was read, in order, at a similarity of 0.95 or more.</summary>
    public static void AssertRead(RecognizedText? text)
    {
        Assert.Equal(Lines.Count, text!.Lines.Count);
        Assert.All(Lines.Zip(text.Lines), static line =>
        {
            Assert.True(Similarity.Of(line.First, line.Second.Text) >= 0.95, $"'{line.Second.Text}' was read for '{line.First}'.");
            Assert.InRange(line.Second.Confidence, 0.9f, 1f);
        });
    }

    private static byte[] Changed(Func<Image, Image> change)
    {
        using var receipt = Image.NewFromBuffer(Photo.Bytes(FileName));
        using var changed = change(receipt);
        return changed.PngsaveBuffer();
    }

    private static string[] ReadLines()
    {
        using var expected = JsonDocument.Parse(Photo.Bytes("expected.json"));
        return [.. expected.RootElement.GetProperty(FileName).GetProperty("text").EnumerateArray().Select(line => line.GetString()!)];
    }
}
