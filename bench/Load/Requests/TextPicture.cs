using NetVips;

namespace Load.Requests;

/// <summary>Ten lines of text in an image of 1152 × 896 pixels, drawn with the fonts of this machine.</summary>
internal static class TextPicture
{
    public const int Lines = 10;
    private const int Width = 1152;
    private const int Height = 896;
    private const int Margin = 40;
    private const int Spacing = 80;

    private static readonly string[] Text =
    [
        "The quick brown fox jumps over the lazy dog",
        "Invoice number 2026-11-26 / 004711",
        "Sphinx of black quartz, judge my vow",
        "Pack my box with five dozen liquor jugs",
        "3 x Hammer 24.00 EUR",
        "1 x Screwdriver 7.50 EUR",
        "Subtotal 79.50 EUR",
        "Value added tax 19% 15.11 EUR",
        "Total 94.61 EUR",
        "Thank you for your visit, come back soon!",
    ];

    public static byte[] Create()
    {
        var page = Image.Black(Width, Height);
        for (var line = 0; line < Text.Length; line++)
        {
            using var before = page;
            using var ink = Image.Text(Text[line], font: "sans 36", dpi: 72);
            page = before.Insert(ink, Margin, Margin + (line * Spacing));
        }

        using (page)
        {
            using var paper = page.Invert().Copy(interpretation: Enums.Interpretation.Bw);
            return paper.PngsaveBuffer();
        }
    }
}
