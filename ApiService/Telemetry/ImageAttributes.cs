using System.Diagnostics;
using Contracts;
using Vision;

namespace ApiService.Telemetry;

/// <summary>What a span tells of an image: what decides how long it takes, and nothing of what it shows.</summary>
internal static class ImageAttributes
{
    public static void Tell(Activity? activity, EncodedImage image) => activity?
        .SetTag(SpanAttributes.ImageFormat, image.Header.Format.ToString().ToLowerInvariant())
        .SetTag(SpanAttributes.ImageSize, image.Bytes.Length)
        .SetTag(SpanAttributes.ImageWidth, image.Header.UprightWidth)
        .SetTag(SpanAttributes.ImageHeight, image.Header.UprightHeight);
}
