using Microsoft.Playwright;
using Tests.Fixtures;

namespace Tests.Web;

/// <summary>A photo whose file is made as large as a test needs it, by comments that every decoder passes over.</summary>
internal static class LargePicture
{
    private const byte Comment = 0xFE;
    private const int LargestComment = 60_000;

    public static FilePayload Of(string photo, int atLeastBytes)
    {
        var comment = JpegFile.Segment(Comment, new byte[LargestComment]);
        var comments = Enumerable.Repeat(comment, (atLeastBytes / LargestComment) + 1).SelectMany(static bytes => bytes);
        return new FilePayload { Name = photo, MimeType = "image/jpeg", Buffer = JpegFile.WithSegments(Photo.Bytes(photo), [.. comments]) };
    }
}
