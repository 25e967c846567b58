using System.Globalization;
using Contracts;

namespace ApiService.Uploads;

/// <summary>The headers of tus 1.0.0, and how they are read and written.</summary>
internal static class TusHeaders
{
    public const string Resumable = "Tus-Resumable";
    public const string Version = "Tus-Version";
    public const string Extension = "Tus-Extension";
    public const string MaximumSize = "Tus-Max-Size";
    public const string ChecksumAlgorithm = "Tus-Checksum-Algorithm";
    public const string Length = "Upload-Length";
    public const string DeferLength = "Upload-Defer-Length";
    public const string Offset = "Upload-Offset";
    public const string Metadata = "Upload-Metadata";
    public const string Checksum = "Upload-Checksum";
    public const string Expires = "Upload-Expires";

    /// <summary>The one version that is spoken.</summary>
    public const string SpokenVersion = "1.0.0";

    /// <summary>The content type of the bytes of an upload.</summary>
    public const string ContentType = "application/offset+octet-stream";

    /// <summary>Reads a number of bytes; one that no number holds is as good as the largest.</summary>
    /// <exception cref="ProblemException"><c>upload_invalid</c>: missing, or no whole number of 0 or more.</exception>
    public static long ReadNumber(string name, string? text)
    {
        if (string.IsNullOrEmpty(text) || !text.All(char.IsAsciiDigit))
        {
            throw UploadProblems.Invalid($"{name} must be a whole number of bytes.");
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }

    /// <summary>Tells how far an upload is and when it ends.</summary>
    public static void Write(HttpResponse response, Upload upload)
    {
        response.Headers[Offset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers[Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }
}
