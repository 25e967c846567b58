using Contracts;
using Vision.Labels;

namespace Vision.Captions.Local;

/// <summary>What an image is mainly of, by its classifier.</summary>
/// <param name="Phrase">It, with its article.</param>
/// <param name="IsSure">Whether it can be said as it is; otherwise only that it looks so.</param>
/// <param name="Detail">A narrower term that is likely, with its article.</param>
internal sealed record Subject(string Phrase, bool IsSure, string? Detail = null)
{
    /// <summary>From here on a class is said as it is.</summary>
    private const float Sure = 0.6f;

    /// <summary>From here on a class is said to be what the image looks like.</summary>
    private const float Likely = 0.3f;

    /// <summary>Gives the subject of an analysis; null where the classifier has no idea.</summary>
    public static Subject? Of(Analysis analysis)
    {
        var label = analysis.Labels is { Count: > 0 } labels ? labels[0] : null;
        var concept = analysis.Concepts?.FirstOrDefault(static concept => !BroadTerms.Holds(concept.Name));
        return (label, concept) switch
        {
            ({ Confidence: >= Sure }, _) => new Subject(PhraseOf(label), IsSure: true),
            (_, { Confidence: >= Sure }) => new Subject(NounPhrase.WithArticle(concept.Name), IsSure: true, DetailOf(label, concept)),
            ({ Confidence: >= Likely }, _) => new Subject(PhraseOf(label), IsSure: false),
            (_, not null) => new Subject(NounPhrase.WithArticle(concept.Name), IsSure: false),
            _ => null,
        };
    }

    // Classes exclude each other: where both sums exceed one together, the class is one of those below the concept.
    private static string? DetailOf(Label? label, Concept concept) =>
        label is { Confidence: >= Likely } && label.Confidence + concept.Confidence > 1 ? PhraseOf(label) : null;

    // The name of a class of one's own may be any word, so it is quoted.
    private static string PhraseOf(Label label) => IsOfWordNet(label.Id)
        ? NounPhrase.WithArticle(NounPhrase.WithoutRemark(label.Name))
        : $"something of the class \"{CaptionText.OneLine(label.Name)}\"";

    private static bool IsOfWordNet(string id) => id is ['n', .. var digits] && digits.Length == 8 && digits.All(char.IsAsciiDigit);
}
