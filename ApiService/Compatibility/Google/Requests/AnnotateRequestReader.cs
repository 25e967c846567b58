using System.Text.Json;
using ApiService.Ingest.Json;
using Contracts;

namespace ApiService.Compatibility.Google.Requests;

/// <summary>Reads <c>BatchAnnotateImagesRequest</c>. What is wrong with it fails the whole call, as with Google.</summary>
internal static class AnnotateRequestReader
{
    /// <summary>How many images a call may have; Google's own limit.</summary>
    public const int MaximumImages = 16;

    /// <summary>Where an image stands in the body.</summary>
    public const string ImageMember = "requests.image.content";

    private const int DefaultResults = 10;

    /// <summary>Shapes beyond these are ignored, as with Google.</summary>
    private const int MaximumRatios = 16;

    /// <summary>Reads a body whose images were taken out.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>.</exception>
    public static IReadOnlyList<AnnotateRequest> Read(ReadOnlyMemory<byte> json)
    {
        var body = ProtoMessage.Of(JsonElement.Parse(json.Span), string.Empty, ["requests", "parent", "labels"]);
        var requests = body.Messages("requests", ["image", "features", "imageContext"]);
        return requests.Count is > 0 and <= MaximumImages
            ? [.. requests.Select(ReadOne)]
            : throw body.Invalid("requests", $"1 to {MaximumImages} requests are expected.");
    }

    private static AnnotateRequest ReadOne(ProtoMessage request)
    {
        var image = request.Message("image", ["content", "source"]);
        var number = image?.Text("content");
        var source = image?.Message("source", ["gcsImageUri", "imageUri"]);
        if (number is null && source is null)
        {
            throw request.Invalid("image", "An image is required: its bytes as base64 in content.");
        }

        return new AnnotateRequest(number is null ? null : ImageNumber.Parse(number), ReadFeatures(request), ReadRatios(request));
    }

    private static Dictionary<FeatureType, int> ReadFeatures(ProtoMessage request)
    {
        var limits = new Dictionary<FeatureType, int>();
        foreach (var feature in request.Messages("features", ["type", "maxResults", "model"]))
        {
            var (type, limit) = (ReadType(feature), feature.Integer("maxResults"));
            if (limit < 0)
            {
                throw feature.Invalid("maxResults", "A number that is not negative is expected.");
            }

            limits[type] = Math.Max(limits.GetValueOrDefault(type), limit == 0 ? DefaultResults : limit);
        }

        return limits.Count > 0 ? limits : throw request.Invalid("features", "At least one feature is required.");
    }

    private static FeatureType ReadType(ProtoMessage feature) => feature.Enumeration("type", FeatureTypes.Parse) switch
    {
        null or FeatureType.TypeUnspecified => throw feature.Invalid("type", "The type of the feature is required."),
        { } type => type,
    };

    private static double[] ReadRatios(ProtoMessage request)
    {
        string[] contexts =
        [
            "latLongRect", "languageHints", "cropHintsParams", "productSearchParams", "webDetectionParams", "textDetectionParams",
        ];
        if (request.Message("imageContext", contexts)?.Message("cropHintsParams", ["aspectRatios"]) is not { } shapes)
        {
            return [];
        }

        var ratios = shapes.Numbers("aspectRatios").Take(MaximumRatios).ToArray();
        return ratios.All(static ratio => ratio > 0 && double.IsFinite(ratio))
            ? ratios
            : throw shapes.Invalid("aspectRatios", "Width divided by height is expected, greater than 0.");
    }
}
