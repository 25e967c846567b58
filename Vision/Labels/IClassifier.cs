using Vision.Decoding;

namespace Vision.Labels;

/// <summary>A classifier: a network that tells its classes itself, or a head on the embeddings of another one.</summary>
internal interface IClassifier
{
    /// <summary>Classifies one image.</summary>
    /// <param name="pixels">The image, of the size that the model takes.</param>
    Classification Classify(PixelBuffer pixels);
}
