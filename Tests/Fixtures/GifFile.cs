namespace Tests.Fixtures;

/// <summary>Writes GIF files of two colours, whose frames can be decoded when they are one pixel.</summary>
internal static class GifFile
{
    public const byte Trailer = 0x3B;

    /// <summary>A screen with one frame that fills it.</summary>
    public static byte[] WithSize(int width, int height) => Assemble(Screen(width, height), Frame(width, height));

    public static byte[] Assemble(ReadOnlySpan<byte> screen, params ReadOnlySpan<byte> blocks) => [.. screen, .. blocks, Trailer];

    /// <summary>As many frames of one pixel as asked for.</summary>
    public static byte[] Animation(int frames)
    {
        List<byte> blocks = [];
        for (var frame = 0; frame < frames; frame++)
        {
            blocks.AddRange(GraphicControl(isTransparent: false));
            blocks.AddRange(Frame(1, 1));
        }

        return Assemble(Screen(1, 1), [.. blocks]);
    }

    public static byte[] Screen(int width, int height, string version = "89a") =>
    [
        .. "GIF"u8, .. System.Text.Encoding.ASCII.GetBytes(version),
        .. EncodedNumber.Little16(width), .. EncodedNumber.Little16(height),
        0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF,
    ];

    public static byte[] GraphicControl(bool isTransparent) => [0x21, 0xF9, 4, (byte)(isTransparent ? 1 : 0), 10, 0, 0, 0];

    public static byte[] Comment(ReadOnlySpan<byte> text) => [0x21, 0xFE, (byte)text.Length, .. text, 0];

    public static byte[] Frame(int width, int height, int left = 0, int top = 0) =>
    [
        0x2C, .. EncodedNumber.Little16(left), .. EncodedNumber.Little16(top),
        .. EncodedNumber.Little16(width), .. EncodedNumber.Little16(height), 0,
        2, 2, 0x44, 0x01, 0,
    ];
}
