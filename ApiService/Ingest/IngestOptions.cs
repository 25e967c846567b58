using System.ComponentModel.DataAnnotations;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>How much may be received at once.</summary>
internal sealed class IngestOptions
{
    public const string SectionName = "Ingest";

    /// <summary>Bytes of all images that this process holds at one time.</summary>
    [Range(ImageLimits.MaximumBytes, long.MaxValue)]
    public long MaximumBytesInFlight { get; set; } = 640L * 1024 * 1024;
}
