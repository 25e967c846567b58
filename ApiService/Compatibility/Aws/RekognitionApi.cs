using ApiService.Compatibility.Aws.Signatures;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiService.Compatibility.Aws;

/// <summary><c>POST /</c> as the clients of AWS Rekognition send it: the operation is in a header, and the whole request is signed.</summary>
internal static class RekognitionApi
{
    private const string ImageMember = "Image.Bytes";

    public static async Task<FileContentHttpResult> AnswerAsync(
        HttpContext context,
        IEnumerable<IRekognitionOperation> operations,
        SignedBodyReader reader,
        CallerRateLimiter limiter,
        CloudAnalyzer analyzer,
        CancellationToken cancellationToken)
    {
        var operation = Find(operations, RekognitionTarget.OperationOf(context.Request));
        var (images, json) = await reader.ReadAsync(context, ImageMember, cancellationToken);
        using var held = images;

        // Only now it is known who asks: somebody without the secret shall not use up the quota of its owner.
        await limiter.TakeAsync(context, permits: 1, cancellationToken);
        var answer = await operation.AnswerAsync(new RekognitionCall(context, analyzer, images, json), cancellationToken);
        AwsReply.Begin(context);
        return TypedResults.Bytes(answer, AwsReply.ContentType);
    }

    private static IRekognitionOperation Find(IEnumerable<IRekognitionOperation> operations, string? name) =>
        operations.FirstOrDefault(operation => operation.Name == name)
        ?? throw new ProblemException(
            AwsErrors.UnknownOperation, $"This server answers {string.Join(", ", operations.Select(static operation => operation.Name))}.");
}
