using System.Globalization;
using System.Text;

namespace Vision.Captions;

/// <summary>Makes one line of what a model, or a picture, says. None of it is trusted to be short, plain or a sentence at all.</summary>
internal static class CaptionText
{
    /// <summary>The longest caption in UTF-16 units; thirty words have some 200.</summary>
    public const int MaximumLength = 500;

    /// <summary>Models that reason aloud put it in front of their answer.</summary>
    private const string ReasoningEnd = "</think>";

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Cleans a model's answer; null where nothing is left that could be read.</summary>
    public static string? Clean(string? answer)
    {
        var start = answer?.LastIndexOf(ReasoningEnd, StringComparison.Ordinal) ?? -1;
        var line = OneLine(start < 0 ? answer : answer![(start + ReasoningEnd.Length)..]).Trim('"', '“', '”', '*', ' ');
        return line.EnumerateRunes().Any(Rune.IsLetter) ? Shorten(line, MaximumLength) : null;
    }

    /// <summary>Puts single spaces in the place of all white space, and takes out what is not to be seen.</summary>
    public static string OneLine(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsVisible(rune))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Cuts behind a word where a text is too long, and says so by an ellipsis.</summary>
    public static string Shorten(string text, int maximum)
    {
        if (text.Length <= maximum)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', maximum - 1);
        if (end < maximum / 2)
        {
            // Never between the two halves of one character.
            end = char.IsHighSurrogate(text[maximum - 2]) ? maximum - 2 : maximum - 1;
        }

        return text[..end].TrimEnd(' ', ',', ';') + '…';
    }

    // Some scripts and emoji need the joiners; other format characters can turn the direction of what stands around a caption.
    private static bool IsVisible(Rune rune) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner
        || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.Surrogate));
}
