namespace ServiceDefaults.Telemetry;

/// <summary>How often figures are taken that cannot be had at the moment at which a metric is asked for them.</summary>
public static class SampledFigures
{
    /// <summary>Shorter than any scrape interval that makes sense for an alert.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
}
