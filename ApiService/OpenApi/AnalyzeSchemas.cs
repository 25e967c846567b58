using System.Text.Json.Nodes;
using Contracts;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>The schemas of the analyse route's bodies and options.</summary>
internal static class AnalyzeSchemas
{
    private static readonly AnalysisOptions Defaults = new();

    public static Dictionary<string, OpenApiSchema> Options() => new(StringComparer.Ordinal)
    {
        ["features"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MinItems = 1,
            Items = Choice(null, FeatureNames.Split((Features)~0).Select(FeatureNames.Of)),
            Default = new JsonArray(FeatureNames.Of(Defaults.Features)),
            Description = "What to compute, as a comma list, a repeated member or an array.",
        },
        ["top"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = AnalysisOptions.MaximumTop.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Default = Defaults.Top,
            Description = "How many labels at most.",
        },
        ["minConfidence"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Number,
            Minimum = "0",
            Maximum = "1",
            Default = Defaults.MinConfidence,
            Description = "Labels below this probability are left out.",
        },
        ["model"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            MinLength = 1,
            Description = "The classifier, as name or name@version; GET /api/models lists them.",
        },
        ["equalize"] = Choice(
            "Histogram equalisation of the luminance, before the resize.",
            Enum.GetNames<Equalization>().Select(name => name.ToLowerInvariant())),
    };

    public static OpenApiSchema Json(Dictionary<string, OpenApiSchema> options) => ImageOrUpload(options, new OpenApiSchema
    {
        Type = JsonSchemaType.String,
        Format = "byte",
        Description = "The image as base64; a data URL's prefix is accepted.",
    });

    public static OpenApiSchema Form(Dictionary<string, OpenApiSchema> options) => ImageOrUpload(options, Bytes());

    public static OpenApiSchema Bytes() => new()
    {
        Type = JsonSchemaType.String,
        Format = "binary",
        Description = "The bytes of a JPEG, PNG, WebP or GIF file, at most 20 MB and 50 megapixels.",
    };

    private static OpenApiSchema Choice(string? description, IEnumerable<string> values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => (JsonNode)value)],
        Description = description,
    };

    private static OpenApiSchema ImageOrUpload(Dictionary<string, OpenApiSchema> options, OpenApiSchema image)
    {
        var upload = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Instead of the image: the id of a finished upload." };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            OneOf = [Requiring(nameof(image)), Requiring(nameof(upload))],
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, OpenApiSchema>(StringComparer.Ordinal) { [nameof(image)] = image, [nameof(upload)] = upload }
                .Concat(options)
                .ToDictionary(static member => member.Key, static member => (IOpenApiSchema)member.Value, StringComparer.Ordinal),
        };
    }

    private static OpenApiSchema Requiring(string member) =>
        new() { Required = new HashSet<string>(StringComparer.Ordinal) { member } };
}
