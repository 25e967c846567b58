using System.IO.Compression;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Classifiers.Multipart;

/// <summary>
/// Examples in a zip: a picture's label is the name of the folder right above it. Names never become paths; a picture is what its
/// bytes are, so an archive in the archive is refused like any other file that is no picture.
/// </summary>
internal static class ZipExamples
{
    /// <summary>Pictures are compressed already; what grows more than this is none.</summary>
    private const int MaximumRatio = 100;

    /// <summary>Reads all pictures of a zip.</summary>
    /// <exception cref="ProblemException">The archive, a name or a picture is refused.</exception>
    public static async Task ReadAsync(FileStream file, ReceivedExamples examples, CancellationToken cancellationToken)
    {
        await ZipDirectory.CheckAsync(file, examples.Limits.MaximumExamples, cancellationToken);
        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var room = examples.Limits.MaximumBytes;
            foreach (var entry in zip.Entries)
            {
                if (LabelOf(entry.FullName) is { } label)
                {
                    room -= await CopyAsync(entry, room, examples.Start(), cancellationToken);
                    examples.Complete(label);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw ZipDirectory.Invalid("The archive is corrupt, or compressed in a way that is not known.", exception);
        }
    }

    /// <summary>Gives the folder of a picture; null for a folder itself, and for what archivers and file managers add.</summary>
    private static string? LabelOf(string path)
    {
        var parts = path.Split('/');
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal)
            || parts[0].Length == 0 || parts.Any(static part => part is "." or ".."))
        {
            throw ZipDirectory.Invalid("The archive holds a name that is no path within it.");
        }

        if (parts[^1].Length == 0 || parts[^1][0] == '.' || parts[0] == "__MACOSX")
        {
            return null;
        }

        return parts.Length > 1 ? parts[^2] : throw ZipDirectory.Invalid("The archive holds a file outside of any folder; the folders are the labels.");
    }

    private static async Task<long> CopyAsync(ZipArchiveEntry entry, long room, ImageSlot image, CancellationToken cancellationToken)
    {
        if (entry.IsEncrypted)
        {
            throw ZipDirectory.Invalid("The archive is encrypted.");
        }

        var copied = 0L;
        await using var content = await entry.OpenAsync(cancellationToken);
        await MultipartForm.CopyAsync(
            content,
            bytes =>
            {
                copied += bytes.Length;
                if (copied > room)
                {
                    throw new ProblemException(ErrorCodes.ImageTooLarge, "The pictures in the archive are larger than the limit.");
                }

                if (copied > Math.Max(1, entry.CompressedLength) * MaximumRatio)
                {
                    throw ZipDirectory.Invalid("The archive holds a file that grows too much when it is unpacked.");
                }

                image.Append(bytes);
            },
            cancellationToken);
        return copied;
    }
}
