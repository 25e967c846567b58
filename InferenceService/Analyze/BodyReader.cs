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
            while (true)
            {
                var result = await request.BodyReader.ReadAsync(cancellationToken);
                foreach (var segment in result.Buffer)
                {
                    buffer.Append(segment.Span);
                }

                request.BodyReader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    return buffer;
                }
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
