using Contracts;

namespace Vision.Captions.Local;

/// <summary>The beginning of the text in an image, between quotation marks.</summary>
internal static class Quotation
{
    private const float Sure = 0.9f;
    private const int MaximumLength = 40;

    /// <summary>Texture is read as a letter or two at times; a word is longer.</summary>
    private const int FewestLetters = 3;

    /// <summary>Quotes the first line that was read with confidence; null where there is none.</summary>
    public static string? Of(RecognizedText? text)
    {
        var lines = text?.Lines.Where(static line => line.Confidence >= Sure)
            .Select(static line => CaptionText.OneLine(line.Text).Replace('"', '\''))
            .Where(static line => line.Count(char.IsLetterOrDigit) >= FewestLetters && line.Any(char.IsLetter)).ToList();
        if (lines is not [var first, .. var others])
        {
            return null;
        }

        var quoted = CaptionText.Shorten(first, MaximumLength);
        return quoted.EndsWith('…') || others.Count == 0 ? $"\"{quoted}\"" : $"\"{quoted} …\"";
    }
}
