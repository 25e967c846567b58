using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ApiService.Compatibility.Aws.Shapes;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>One call of an operation, whose signature has been verified.</summary>
/// <param name="context">The request.</param>
/// <param name="analyzer">Looks at the image.</param>
/// <param name="images">Its image, if one came along.</param>
/// <param name="json">Its body without the image.</param>
internal sealed class RekognitionCall(HttpContext context, CloudAnalyzer analyzer, RequestImages images, ReadOnlyMemory<byte> json)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="ProblemException">It has another shape.</exception>
    public TRequest Read<TRequest>(JsonTypeInfo<TRequest> type)
        where TRequest : class
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, type) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(AwsErrors.Serialization, "The body is no request of this operation.", exception);
        }
    }

    /// <summary>Gives what is in the image: all of the features, or none.</summary>
    /// <exception cref="ProblemException">There is no image, or it cannot be analysed, or not now.</exception>
    public async Task<Analysis> AnalyzeAsync(RekognitionImage? image, Features features, CancellationToken cancellationToken)
    {
        var (analysis, reply) = await analyzer.AnalyzeAsync(context, ImageOf(image), features, cancellationToken);
        if (CloudAnalyzer.ProblemOf(analysis) is { } problem)
        {
            throw problem;
        }

        reply.WriteHeaders(context.Response);
        return analysis;
    }

    private ReceivedImage ImageOf(RekognitionImage? image)
    {
        if (image is { S3Object: not null, Bytes: null })
        {
            throw new ProblemException(AwsErrors.InvalidS3Object, "This server has no S3. Send the image itself in Image.Bytes.");
        }

        return image is { Bytes: { } number, S3Object: null }
            ? images.Slots[ImageNumber.Parse(number)].Image
            : throw InvalidParameter.Of("Image must have Bytes and nothing else.");
    }
}
