namespace Vision.Probing;

/// <summary>The marker codes of JPEG that its header is told by (ITU-T T.81, table B.1).</summary>
internal static class JpegMarker
{
    public const byte Prefix = 0xFF;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte Application1 = 0xE1;

    /// <summary>Whether a frame header follows: SOF0 to SOF15 without the three other codes of that range (DHT, JPG, DAC).</summary>
    public static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Whether decoders exist for the frame: neither hierarchical (SOF5 to 7, 13 to 15) nor arithmetic and lossless (SOF11).</summary>
    public static bool IsReadableFrame(byte marker) => marker is (>= 0xC0 and <= 0xC3) or 0xC9 or 0xCA;

    /// <summary>Whether nothing follows the marker: TEM and the restart markers.</summary>
    public static bool StandsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);
}
