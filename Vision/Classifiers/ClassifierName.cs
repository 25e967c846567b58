namespace Vision.Classifiers;

/// <summary>The names that callers give to classifiers and to their classes.</summary>
public static class ClassifierName
{
    private const int LongestLength = 64;

    /// <summary>Whether a text may name a classifier: 1 to 64 ASCII letters, digits, <c>-</c> and <c>_</c>. It becomes the name of a folder.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text) =>
        text.Length is >= 1 and <= LongestLength && text.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    /// <summary>Whether a text may name a class: 1 to 64 letters and digits of any script, <c>-</c>, <c>_</c> and spaces, none of them at an end.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValidLabel(string text) =>
        text.Length is >= 1 and <= LongestLength && text[0] != ' ' && text[^1] != ' '
        && text.All(static sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' or ' ');
}
