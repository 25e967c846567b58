using Contracts;

namespace Vision.Captions.Local;

/// <summary>
/// One English sentence of an analysis. Sure things are said, likely ones are said to be likely, and where nothing is either, the
/// sentence says so. What the analysis does not have is not missed.
/// </summary>
internal static class LocalSentence
{
    private const string Looks = "what looks like ";

    public static string Of(Analysis analysis)
    {
        var subject = Subject.Of(analysis);
        var company = Company.Of(analysis, subject);
        var tone = Tone.Of(analysis.Colors);
        var picture = NounPhrase.WithArticle(tone is null ? "picture" : $"mostly {tone} picture");
        var quote = Quotation.Of(analysis.Text);

        if (subject is null && company.Count == 0)
        {
            var nothing = quote is null ? "nothing in it" : "nothing else in it";
            return Capitalized($"{picture}{Joined(" with the text ", quote)}; {nothing} is recognised with certainty.");
        }

        var sentence = subject switch
        {
            { IsSure: true } => $"{picture} of {subject.Phrase}{Joined(", possibly ", subject.Detail)}{Joined(" with ", NounPhrase.List(company))}",
            { IsSure: false } => $"{picture} of {NounPhrase.List([.. company, Looks + subject.Phrase])}",
            null => $"{picture} of {NounPhrase.List(company)}",
        };
        return Capitalized($"{sentence}{Joined(", with the text ", quote)}.");
    }

    private static string Joined(string word, string? phrase) => phrase is null ? string.Empty : word + phrase;

    private static string Capitalized(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
