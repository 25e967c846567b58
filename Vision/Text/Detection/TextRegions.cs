using System.Numerics;
using Vision.Text.Geometry;

namespace Vision.Text.Detection;

/// <summary>
/// From the detector's map to places of text: the post-processing of DB (Liao et al., "Real-time Scene Text Detection with
/// Differentiable Binarization", 2020).
/// </summary>
internal static class TextRegions
{
    /// <summary>Shorter sides are no text, before and after the widening; in pixels of the map.</summary>
    private const float MinimumCoreSide = 3;
    private const float MinimumSide = 5;

    /// <summary>Finds the places of text.</summary>
    /// <param name="map">For each pixel the probability that it belongs to text, row by row.</param>
    /// <param name="width">Width of the map.</param>
    /// <param name="scale">Pixels of the picture for one of the map.</param>
    /// <param name="options">The thresholds.</param>
    /// <returns>The places in pixels of the picture, each as if its text ran to the right.</returns>
    public static List<Quadrilateral> Find(ReadOnlySpan<float> map, int width, Vector2 scale, TextOptions options)
    {
        using var components = new ConnectedComponents(map, width, options.PixelThreshold);
        using var outline = new ComponentOutline(map.Length / width);
        var found = new List<Quadrilateral>();
        var (place, candidates) = (0, 0);
        while (candidates++ < options.MaximumCandidates
            && components.TryNext(ref place, (int)(MinimumCoreSide * MinimumCoreSide), out var first))
        {
            var core = outline.RectangleAround(components, first);
            if (Math.Min(core.Width, core.Height) < MinimumCoreSide
                || BoxScore.Mean(map, width, core.Corners) < options.BoxThreshold)
            {
                continue;
            }

            var whole = core.Unclip(options.UnclipRatio);
            if (Math.Min(whole.Width, whole.Height) >= MinimumSide)
            {
                found.Add(whole.Corners.Scale(scale));
            }
        }

        return found;
    }
}
