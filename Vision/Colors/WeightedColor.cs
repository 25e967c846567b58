namespace Vision.Colors;

/// <summary>A colour and how much of a picture has it.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Weight">Its number of pixels.</param>
internal readonly record struct WeightedColor(OkLab Color, double Weight)
{
    /// <summary>Joins two colours to their weighted mean.</summary>
    public WeightedColor With(WeightedColor other)
    {
        var weight = Weight + other.Weight;
        var (own, others) = (Weight / weight, other.Weight / weight);
        return new WeightedColor(
            new OkLab(
                (own * Color.L) + (others * other.Color.L),
                (own * Color.A) + (others * other.Color.A),
                (own * Color.B) + (others * other.Color.B)),
            weight);
    }
}
