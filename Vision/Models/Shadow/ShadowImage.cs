using Contracts;
using Vision.Buffers;
using Vision.Probing;

namespace Vision.Models.Shadow;

/// <summary>An image that has been answered, and is to be looked at once more.</summary>
/// <param name="bytes">A copy of the file, which belongs to this.</param>
/// <param name="digest">Its digest.</param>
/// <param name="header">What its header says.</param>
/// <param name="options">What was asked.</param>
/// <param name="best">The class that was answered.</param>
internal sealed class ShadowImage(ImageBuffer bytes, string digest, ImageHeader header, AnalysisOptions options, string best) : IDisposable
{
    public EncodedImage Image => new(bytes.Memory, digest, header);

    public AnalysisOptions Options => options;

    public string Best => best;

    public void Dispose() => bytes.Dispose();
}
