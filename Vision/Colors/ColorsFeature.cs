using Contracts;
using Microsoft.Extensions.Options;

namespace Vision.Colors;

/// <summary>The dominant colours of an image with their shares. No model is needed, and the same pixels always give the same colours.</summary>
internal sealed class ColorsFeature(IOptions<ColorsOptions> options) : IImageFeature
{
    private const int Decimals = 4;

    public Features Feature => Features.Colors;

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        using var picture = new ReducedPicture(context);
        var all = picture.AllColors();
        var palette = Palette.Of(picture.PureColors(), all, options.Value.Maximum, options.Value.MinimumShare);
        var total = all.Sum(static color => color.Weight);
        return analysis with
        {
            Colors = [.. palette.Select(color =>
                new DominantColor(color.Color.ToHex(), (float)Math.Round(color.Weight / total, Decimals)))],
        };
    }
}
