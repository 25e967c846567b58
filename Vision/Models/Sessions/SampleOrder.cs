using Vision.Decoding;
using Vision.Models.Manifests;

namespace Vision.Models.Sessions;

/// <summary>Puts the samples of an image in the order and the range that a model takes.</summary>
internal static class SampleOrder
{
    /// <summary>Writes samples as they are, 0 to 255.</summary>
    public static void WriteBytes(PixelBuffer pixels, TensorLayout layout, ModelPreprocessing preprocessing, Span<byte> target)
    {
        var source = pixels.Span;
        for (var channel = 0; channel < PixelBuffer.Channels; channel++)
        {
            var (place, step) = PlaceOf(channel, layout, preprocessing.Channels, source.Length);
            for (var i = channel; i < source.Length; i += PixelBuffer.Channels, place += step)
            {
                target[place] = source[i];
            }
        }
    }

    /// <summary>Writes (p / 255 - mean) / std of each sample p.</summary>
    public static void WriteFloats(PixelBuffer pixels, TensorLayout layout, ModelPreprocessing preprocessing, Span<float> target)
    {
        var source = pixels.Span;
        for (var channel = 0; channel < PixelBuffer.Channels; channel++)
        {
            var scale = 1 / (byte.MaxValue * preprocessing.Std[channel]);
            var offset = -preprocessing.Mean[channel] / preprocessing.Std[channel];
            var (place, step) = PlaceOf(channel, layout, preprocessing.Channels, source.Length);
            for (var i = channel; i < source.Length; i += PixelBuffer.Channels, place += step)
            {
                target[place] = (source[i] * scale) + offset;
            }
        }
    }

    /// <summary>Where the first sample of a colour goes, and how far it is from each to the next.</summary>
    private static (int First, int Step) PlaceOf(int channel, TensorLayout layout, ChannelOrder order, int samples)
    {
        var position = order == ChannelOrder.Rgb ? channel : PixelBuffer.Channels - 1 - channel;
        return layout == TensorLayout.Nhwc ? (position, PixelBuffer.Channels) : (position * (samples / PixelBuffer.Channels), 1);
    }
}
