using System.ComponentModel.DataAnnotations;

namespace Vision.Text;

/// <summary>How text is found and read.</summary>
public sealed class TextOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Text";

    /// <summary>The model that finds text; empty to switch the feature off.</summary>
    public string Detector { get; set; } = "pp-ocrv6-small-det";

    /// <summary>The model that reads a line; empty to switch the feature off.</summary>
    public string Recognizer { get; set; } = "pp-ocrv6-small-rec";

    /// <summary>How many images are read at once, one thread each; the threads are not those of the other features.</summary>
    [Range(1, 1024)]
    public int Workers { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How many images may wait to be read; of one more the text is refused at once.</summary>
    [Range(1, 100_000)]
    public int Capacity { get; set; } = 16;

    /// <summary>
    /// The longer side of the picture in which text is looked for; larger ones are reduced. Lines are read at up to twice this.
    /// The memory of a worker grows with its square, most of it in ONNX Runtime: about 300 MB at 960.
    /// </summary>
    [Range(64, 4096)]
    public int MaximumSidePixels { get; set; } = 960;

    /// <summary>From which probability on a pixel belongs to text.</summary>
    [Range(0.01, 0.99)]
    public float PixelThreshold { get; set; } = 0.3f;

    /// <summary>Places whose mean probability is lower are left out.</summary>
    [Range(0.0, 1.0)]
    public float BoxThreshold { get; set; } = 0.6f;

    /// <summary>How far a place is widened: by its area, times this, divided by its perimeter. The detector marks the core of a line.</summary>
    [Range(0.0, 5.0)]
    public float UnclipRatio { get; set; } = 1.5f;

    /// <summary>How many places are looked at closely; what a picture of noise costs depends on it.</summary>
    [Range(1, 10_000)]
    public int MaximumCandidates { get; set; } = 1000;

    /// <summary>How many lines are read of one image, the first ones in reading order.</summary>
    [Range(1, 10_000)]
    public int MaximumLines { get; set; } = 200;

    /// <summary>Lines whose characters are less probable on average are left out.</summary>
    [Range(0.0, 1.0)]
    public float MinimumConfidence { get; set; } = 0.5f;
}
