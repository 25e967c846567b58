using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>What a model does.</summary>
public enum ModelTask
{
    /// <summary>One probability for each class of a label set.</summary>
    [JsonStringEnumMemberName("classification")]
    Classification,

    /// <summary>Boxes of things, with a score for each class of a label set.</summary>
    [JsonStringEnumMemberName("object-detection")]
    ObjectDetection,

    /// <summary>Boxes of faces, with landmarks.</summary>
    [JsonStringEnumMemberName("face-detection")]
    FaceDetection,

    /// <summary>Whether an image is safe for work.</summary>
    [JsonStringEnumMemberName("moderation")]
    Moderation,

    /// <summary>For each pixel the probability that it belongs to text.</summary>
    [JsonStringEnumMemberName("text-detection")]
    TextDetection,

    /// <summary>A line of text, read character by character.</summary>
    [JsonStringEnumMemberName("text-recognition")]
    TextRecognition,
}
