namespace Load.Goals;

/// <summary>The same figure, measured in several turns.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];

    /// <summary>Not a number where nothing was measured.</summary>
    public double Median
    {
        get
        {
            double[] sorted = [.. values.Order()];
            return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    public void Add(double value) => values.Add(value);
}
