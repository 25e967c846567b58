using System.Text.Json;
using Contracts;

namespace Tests.Api.Compatibility.Aws;

/// <summary>Rekognition's answers in the engine's own units.</summary>
internal static class AwsFacts
{
    /// <summary>The member <c>BoundingBox</c> in pixels.</summary>
    public static BoundingBox Pixels(JsonElement item, int width, int height)
    {
        var box = item.GetProperty("BoundingBox");
        return new BoundingBox(Length("Left", width), Length("Top", height), Length("Width", width), Length("Height", height));

        int Length(string member, int whole) => (int)Math.Round(box.GetProperty(member).GetDouble() * whole);
    }

    /// <summary>The members <c>X</c> and <c>Y</c> in pixels.</summary>
    public static PixelPoint Point(JsonElement point, ImageReport image) => new(
        (int)Math.Round(point.GetProperty("X").GetDouble() * image.Width), (int)Math.Round(point.GetProperty("Y").GetDouble() * image.Height));

    /// <summary>The member <c>Confidence</c>, 0 to 1, as the native route rounds it.</summary>
    public static float Confidence(JsonElement item) => MathF.Round(item.GetProperty("Confidence").GetSingle() / 100, 4);
}
