using System.Text;

namespace Vision.Text.Words;

/// <summary>The scripts that put no spaces between words: Han, Hiragana and Katakana, with the punctuation that goes with them.</summary>
internal static class UnspacedScripts
{
    /// <summary>The first and last code point of each range (Unicode, Blocks.txt and Scripts.txt), ascending.</summary>
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x2E80, 0x2FDF), // radicals
        (0x3001, 0x30FF), // punctuation, Hiragana, Katakana
        (0x31F0, 0x31FF), // small Katakana
        (0x3400, 0x4DBF), // Han, extension A
        (0x4E00, 0x9FFF), // Han
        (0xF900, 0xFAFF), // Han for compatibility
        (0xFF66, 0xFF9F), // half-width Katakana
        (0x1B000, 0x1B16F), // old and small kana
        (0x20000, 0x3FFFF), // Han, the planes kept for it
    ];

    /// <summary>The punctuation marks among the full-width forms; the letters and digits there stand in words.</summary>
    private const string FullWidthMarks = "！，．：；？（）｛｝［］｜～｡｢｣､･";

    /// <summary>Whether a character is a word by itself.</summary>
    public static bool Holds(string character)
    {
        if (Rune.DecodeFromUtf16(character, out var rune, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        var value = rune.Value;
        return Array.Exists(Ranges, range => value >= range.First && value <= range.Last)
            || (rune.IsBmp && FullWidthMarks.Contains((char)value, StringComparison.Ordinal));
    }
}
