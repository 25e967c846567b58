using System.IO.Compression;
using System.Text;
using NetVips;

namespace Tests.Fixtures;

/// <summary>Whole files of formats that libvips could open and strangers may not send, by the name of what they are.</summary>
internal static class RareFile
{
    private const int FitsBlock = 2880;

    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="red"/></svg>""";

    private const string Include = """
        <?xml version="1.0"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xi="http://www.w3.org/2001/XInclude" width="8" height="8">
        <text><xi:include href="file:///etc/passwd" parse="text"/></text></svg>
        """;

    public static IReadOnlyDictionary<string, byte[]> ByName { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["svg"] = Encoding.UTF8.GetBytes(Svg),
        ["svg with xi:include"] = Encoding.UTF8.GetBytes(Include),
        ["svg of a billion laughs"] = Encoding.UTF8.GetBytes(BillionLaughs()),
        ["svg in utf-16"] = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Svg)],
        ["svg in gzip"] = Gzip(Encoding.UTF8.GetBytes(Svg)),
        ["tiff"] = Encode(static picture => picture.TiffsaveBuffer()),
        ["heif"] = Encode(static picture => picture.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1)),
        ["psd"] = [.. "8BPS"u8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 3, .. new byte[14], 255, 0, 0],
        ["fits"] = Fits(),
        ["pdf"] = Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 8 8]>>endobj trailer<</Root 1 0 R>>\n%%EOF"),
        ["bmp"] =
        [
            .. "BM"u8, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0,
            .. new byte[24], 0, 0, 255, 0,
        ],
        ["ppm"] = Encoding.ASCII.GetBytes("P3\n1 1\n255\n255 0 0\n"),
        ["hdr"] = [.. "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n"u8, 1, 2, 3, 4],
    };

    private static byte[] Encode(Func<Image, byte[]> encode)
    {
        using var picture = (Image.Black(FlatColor.Side, FlatColor.Side, bands: 3) + FlatColor.Red)
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return encode(picture);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    /// <summary>Ten entities, each of which holds the one before ten times.</summary>
    private static string BillionLaughs()
    {
        var entities = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (var level = 1; level < 10; level++)
        {
            entities.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{level} \"");
            entities.Insert(entities.Length, $"&a{level - 1};", count: 10).Append("\">");
        }

        return entities.Append("]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><text>&a9;</text></svg>").ToString();
    }

    private static byte[] Fits()
    {
        string[] cards = ["SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    2",
            "NAXIS1  =                    1", "NAXIS2  =                    1", "END"];
        var header = string.Concat(cards.Select(static card => card.PadRight(80))).PadRight(FitsBlock);
        return [.. Encoding.ASCII.GetBytes(header), 255, .. new byte[FitsBlock - 1]];
    }
}
