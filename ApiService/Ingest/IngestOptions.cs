using System.ComponentModel.DataAnnotations;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>How much may be received at once, and how slowly.</summary>
internal sealed class IngestOptions
{
    public const string SectionName = "Ingest";

    /// <summary>Bytes of all images that this process holds at one time.</summary>
    [Range(ImageLimits.MaximumBytes, long.MaxValue)]
    public long MaximumBytesInFlight { get; set; } = 640L * 1024 * 1024;

    /// <summary>Slower than any line that people use; a sender who drips bytes to hold a connection is slower still.</summary>
    [Range(1, double.MaxValue)]
    public double MinimumBytesPerSecond { get; set; } = 1024;

    /// <summary>How long a body may fall behind that rate. The server looks once a second, hence the least value.</summary>
    [Range(typeof(TimeSpan), "00:00:01.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan GracePeriod { get; set; } = TimeSpan.FromSeconds(10);
}
