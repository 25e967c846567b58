using Contracts;

namespace Vision.Captions.Local;

/// <summary>The one or two colours that make up most of an image.</summary>
internal static class Tone
{
    private const float Most = 0.5f;
    private const float Second = 0.25f;

    /// <summary>Gives for instance <c>brown and white</c>; null where no colours stand out.</summary>
    public static string? Of(IReadOnlyList<DominantColor>? colors)
    {
        var terms = (colors ?? [])
            .Select(static color => (Term: ColorTerm.Of(color.Hex), color.Share))
            .Where(static color => color.Term is not null)
            .GroupBy(static color => color.Term!, static color => color.Share, StringComparer.Ordinal)
            .Select(static group => (Term: group.Key, Share: group.Sum()))
            .OrderByDescending(static color => color.Share).ThenBy(static color => color.Term, StringComparer.Ordinal)
            .ToList();
        return terms switch
        {
            [var first, var second, ..] when second.Share >= Second && first.Share + second.Share >= Most => $"{first.Term} and {second.Term}",
            [var first, ..] when first.Share >= Most => first.Term,
            _ => null,
        };
    }
}
