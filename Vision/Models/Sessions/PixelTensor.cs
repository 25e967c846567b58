using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using Vision.Decoding;
using Vision.Models.Manifests;

namespace Vision.Models.Sessions;

/// <summary>An image in the form that a model takes: type, order of dimensions and colours, mean and deviation.</summary>
internal sealed class PixelTensor : IDisposable
{
    private readonly IDisposable? rented;

    /// <param name="pixels">The image; it is not copied where the model takes it as it is, so it must outlive this.</param>
    /// <param name="manifest">What the model takes.</param>
    public PixelTensor(PixelBuffer pixels, ModelManifest manifest)
    {
        var layout = manifest.Input.Layout;
        long[] shape = layout == TensorLayout.Nhwc
            ? [1, pixels.Height, pixels.Width, PixelBuffer.Channels]
            : [1, PixelBuffer.Channels, pixels.Height, pixels.Width];
        if (manifest.Input.Type == TensorType.Normalized)
        {
            var floats = MemoryPool<float>.Shared.Rent(pixels.Span.Length);
            rented = floats;
            var samples = floats.Memory[..pixels.Span.Length];
            SampleOrder.WriteFloats(pixels, layout, manifest.Preprocessing, samples.Span);
            Value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, samples, shape);
        }
        else if (layout == TensorLayout.Nhwc && manifest.Preprocessing.Channels == ChannelOrder.Rgb)
        {
            Value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels.Memory, shape);
        }
        else
        {
            var bytes = MemoryPool<byte>.Shared.Rent(pixels.Span.Length);
            rented = bytes;
            var samples = bytes.Memory[..pixels.Span.Length];
            SampleOrder.WriteBytes(pixels, layout, manifest.Preprocessing, samples.Span);
            Value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, samples, shape);
        }
    }

    public OrtValue Value { get; }

    public void Dispose()
    {
        Value.Dispose();
        rented?.Dispose();
    }
}
