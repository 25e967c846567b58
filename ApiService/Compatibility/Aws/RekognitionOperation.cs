using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ApiService.Compatibility.Aws.Shapes;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>An operation: from its own request to features of the engine, and from the analysis to its own response.</summary>
internal abstract class RekognitionOperation<TRequest, TResponse>(
    CloudAnalyzer analyzer, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType) : IRekognitionOperation
    where TRequest : class, IImageRequest
{
    public abstract string Name { get; }

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(
        HttpContext context, RequestImages images, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var request = Read(json);
        var image = ImageOf(request.Image, images);
        var (analysis, reply) = await analyzer.AnalyzeAsync(context, image, Check(request), cancellationToken);
        if (CloudAnalyzer.ProblemOf(analysis) is { } problem)
        {
            throw problem;
        }

        reply.WriteHeaders(context.Response);
        return JsonSerializer.SerializeToUtf8Bytes(await AnswerAsync(request, analysis, cancellationToken), responseType);
    }

    /// <summary>Tells which features a request needs.</summary>
    /// <exception cref="ProblemException">It has values that are not taken.</exception>
    protected abstract Features Check(TRequest request);

    protected abstract ValueTask<TResponse> AnswerAsync(TRequest request, Analysis analysis, CancellationToken cancellationToken);

    private static ReceivedImage ImageOf(RekognitionImage? image, RequestImages images)
    {
        if (image?.S3Object is not null && image.Bytes is null)
        {
            throw new ProblemException(AwsErrors.InvalidS3Object, "This server has no S3. Send the image itself in Image.Bytes.");
        }

        InvalidParameter.Unless(image is { Bytes: not null, S3Object: null }, "Image must have Bytes and nothing else.");
        return images.Slots[ImageNumber.Parse(image!.Bytes!)].Image;
    }

    private TRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, requestType) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(AwsErrors.Serialization, $"The body is no request of {Name}.", exception);
        }
    }
}
