using System.Buffers.Text;
using System.Text;
using Contracts;

namespace ApiService.Uploads;

/// <summary><c>Upload-Metadata</c>: <c>key base64, key base64, key</c>. It is checked and given back, never used or logged: it holds file names.</summary>
internal static class UploadMetadata
{
    private const int MaximumLength = 4096;

    /// <exception cref="ProblemException"><c>upload_invalid</c>.</exception>
    public static string? Check(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        var isValid = header.Length <= MaximumLength && header.Split(',').All(pair => keys.Add(KeyOf(pair)));
        return isValid && !keys.Contains(string.Empty)
            ? header
            : throw UploadProblems.Invalid($"{TusHeaders.Metadata} is not a list of different keys, each with a base64 value, of {MaximumLength} characters at most.");
    }

    /// <summary>The key of a pair, or nothing where it is malformed.</summary>
    private static string KeyOf(string pair)
    {
        var parts = pair.Trim(' ').Split(' ');
        var isValid = parts is [_] || (parts is [_, var value] && Base64.IsValid(Encoding.UTF8.GetBytes(value)));
        return isValid && parts[0].All(static character => character is > ' ' and <= '~') ? parts[0] : string.Empty;
    }
}
