namespace Vision.Models.Golden;

/// <summary>One entry of <c>golden.json</c>: an image beside a classifier, and the answer that it must give.</summary>
internal sealed record GoldenImage
{
    /// <summary>Name of the image's file in the version's folder.</summary>
    public required string Image { get; init; }

    /// <summary>Identifier of the class of highest probability.</summary>
    public required string Class { get; init; }

    /// <summary>The probability of that class, 0 to 1.</summary>
    public required float Probability { get; init; }

    /// <summary>
    /// How far the probability may be from that. It has a setter, because the JSON generator would put zero in the place of the
    /// default of an <c>init</c> member.
    /// </summary>
    public float Tolerance { get; set; } = 0.05f;
}
