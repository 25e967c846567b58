using ServiceDefaults.Http;
using Vision.Buffers;

namespace InferenceService.Analyze;

/// <summary>Reads a whole body into pooled memory, within the limit of an image.</summary>
internal static class BodyReader
{
    public static async Task<ImageBuffer> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new ImageBuffer(request.ContentLength);
        try
        {
            await RequestBody.ReadAsync(request, buffer.Append, cancellationToken);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
