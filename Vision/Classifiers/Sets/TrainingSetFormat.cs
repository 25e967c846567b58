namespace Vision.Classifiers;

/// <summary>
/// How examples travel and wait, as one stream: the letters <c>VSET</c>, the number of examples (int32), then for each the length of
/// its label (uint16) and of its picture (int32), the label in UTF-8 and the picture. All numbers are little-endian.
/// </summary>
internal static class TrainingSetFormat
{
    public const int HeaderBytes = 8;
    public const int CountOffset = 4;
    public const int ExampleHeaderBytes = sizeof(ushort) + sizeof(int);

    /// <summary>The longest label has 64 characters of at most three bytes.</summary>
    public const int MaximumLabelBytes = 192;

    public static ReadOnlySpan<byte> Magic => "VSET"u8;
}
