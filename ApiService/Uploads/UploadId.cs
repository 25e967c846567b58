using System.Buffers;
using System.Security.Cryptography;

namespace ApiService.Uploads;

/// <summary>Names of uploads: 128 random bits in lower-case hexadecimal, which no file system takes for another name.</summary>
internal static class UploadId
{
    private const int Characters = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Create() => RandomNumberGenerator.GetHexString(Characters, lowercase: true);

    /// <summary>Whether a text can be the name of an upload at all; nothing else may become part of a path or a key.</summary>
    public static bool IsValid(string text) => text.Length == Characters && !text.AsSpan().ContainsAnyExcept(Digits);
}
