using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using Vision;
using Vision.Options;
using Vision.Probing;

namespace InferenceService.Analyze;

internal static class AnalyzeEndpoint
{
    public static async Task<Ok<Analysis>> AnalyzeAsync(
        HttpContext context, IImageAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var options = ReadOptions(context.Request.Query);
        using var body = await BodyReader.ReadAsync(context.Request, cancellationToken);
        RequestDeadline.BodyReceived(context);

        var bytes = body.Memory;
        var image = new EncodedImage(bytes, DigestOf(context.Request, bytes), ImageProbe.Read(bytes.Span));
        var outcome = await analyzer.AnalyzeAsync(image, options, cancellationToken);
        context.Response.Headers[ServerTiming.HeaderName] = ServerTiming.Format(outcome.Timings);
        return TypedResults.Ok(outcome.Analysis);
    }

    private static AnalysisOptions ReadOptions(IQueryCollection query)
    {
        var builder = new AnalysisOptionsBuilder();
        foreach (var (name, values) in query)
        {
            builder.Set(name, values);
        }

        return builder.Build();
    }

    // The API hashed the image while it arrived; whoever calls directly gets the digest computed here.
    private static string DigestOf(HttpRequest request, ReadOnlyMemory<byte> bytes) =>
        request.Headers[RequestHeaders.ImageDigest] is [{ } known] ? known : ImageDigest.Of(bytes.Span);
}
