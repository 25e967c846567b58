using Microsoft.Extensions.Options;
using Vision.Models;
using Vision.Models.Manifests;

namespace Vision.Text;

/// <summary>The two models of this feature, as the configuration names them. One is of no use without the other.</summary>
internal sealed class TextModels
{
    public TextModels(IOptions<TextOptions> options)
    {
        var isOn = options.Value is { Detector.Length: > 0, Recognizer.Length: > 0 };
        Detector = new RequiredModel(isOn ? options.Value.Detector : string.Empty, ModelTask.TextDetection);
        Recognizer = new RequiredModel(isOn ? options.Value.Recognizer : string.Empty, ModelTask.TextRecognition);
    }

    /// <summary>Finds text.</summary>
    public RequiredModel Detector { get; }

    /// <summary>Reads a line.</summary>
    public RequiredModel Recognizer { get; }
}
