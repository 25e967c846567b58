namespace Tests.Fixtures;

/// <summary>First bytes of files that are none of the four formats, by the name of what they are.</summary>
internal static class ForeignFile
{
    public static IReadOnlyDictionary<string, byte[]> ByName { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["svg"] = [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"u8],
        ["xml"] = [.. "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>"u8],
        ["svg in utf-16"] = [0xFF, 0xFE, (byte)'<', 0, (byte)'s', 0, (byte)'v', 0, (byte)'g', 0],
        ["svg with byte order mark"] = [0xEF, 0xBB, 0xBF, .. "<svg/>"u8],
        ["gzip"] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
        ["tiff little endian"] = [.. "II*\0"u8, 8, 0, 0, 0, 0, 0],
        ["tiff big endian"] = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 0],
        ["psd"] = [.. "8BPS"u8, 0, 1, 0, 0, 0, 0, 0, 0],
        ["fits"] = [.. "SIMPLE  =                    T"u8],
        ["pdf"] = [.. "%PDF-1.7\n%"u8],
        ["heic"] = [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8],
        ["avif"] = [0, 0, 0, 0x1C, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1avif"u8],
        ["bmp"] = [.. "BM"u8, 0x3A, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0],
        ["ico"] = [0, 0, 1, 0, 1, 0, 16, 16, 0, 0],
        ["jpeg xl"] = [0xFF, 0x0A, 0xFA, 0x7F, 1, 0x90],
        ["jpeg 2000"] = [0, 0, 0, 0x0C, .. "jP  "u8, 0x0D, 0x0A, 0x87, 0x0A],
        ["mng"] = [0x8A, .. "MNG"u8, 0x0D, 0x0A, 0x1A, 0x0A],
        ["wave"] = [.. "RIFF"u8, 0x24, 0, 0, 0, .. "WAVEfmt "u8],
        ["gif of no version"] = [.. "GIF88a"u8, 1, 0, 1, 0, 0, 0, 0],
        ["zip"] = [.. "PK\x03\x04"u8, 20, 0, 0, 0, 0, 0],
        ["html"] = [.. "<!doctype html><title>x</title>"u8],
        ["text"] = [.. "This is no image."u8],
        ["zeros"] = new byte[64],
    };
}
