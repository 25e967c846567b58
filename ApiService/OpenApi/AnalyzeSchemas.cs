using System.Text.Json.Nodes;
using Contracts;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>The schemas of the analyse routes' bodies and options.</summary>
internal static class AnalyzeSchemas
{
    private static readonly AnalysisOptions Defaults = new();

    public static Dictionary<string, OpenApiSchema> Options(bool mayStream)
    {
        var options = Options();
        if (mayStream)
        {
            options["stream"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Boolean,
                Default = false,
                Description = "Answers with server-sent events, as does Accept: text/event-stream.",
            };
        }

        return options;
    }

    public static OpenApiSchema Json(Dictionary<string, OpenApiSchema> options) =>
        With(options, ("image", Base64()), ("upload", Upload()));

    public static OpenApiSchema JsonBatch(Dictionary<string, OpenApiSchema> options, int images) =>
        With(options, ("images", Several(new OpenApiSchema { OneOf = [Base64(), With([], ("upload", Upload()))] }, images)));

    public static OpenApiSchema Form(Dictionary<string, OpenApiSchema> options) =>
        With(options, ("image", Bytes()), ("file", Bytes()), ("upload", Upload()));

    public static OpenApiSchema FormBatch(Dictionary<string, OpenApiSchema> options, int images)
    {
        var form = With(
            options, ("image", Several(Bytes(), images)), ("file", Several(Bytes(), images)), ("upload", Several(Upload(), images)));

        // The names may be mixed here.
        (form.AnyOf, form.OneOf) = (form.OneOf, null);
        return form;
    }

    public static OpenApiSchema Bytes() => new()
    {
        Type = JsonSchemaType.String,
        Format = "binary",
        Description = "The bytes of a JPEG, PNG, WebP or GIF file, at most 20 MB and 50 megapixels.",
    };

    private static Dictionary<string, OpenApiSchema> Options() => new(StringComparer.Ordinal)
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
        ["textDetail"] = Choice(
            "How finely text is told: its lines, also their words, or also the characters of each word.",
            Enum.GetNames<TextDetail>().Select(name => name.ToLowerInvariant())),
    };

    private static OpenApiSchema Base64() => new()
    {
        Type = JsonSchemaType.String,
        Format = "byte",
        Description = "The image as base64; a data URL's prefix is accepted.",
    };

    private static OpenApiSchema Upload() => new()
    {
        Type = JsonSchemaType.String,
        Description = "The id of a finished upload, instead of the image.",
    };

    private static OpenApiSchema Several(OpenApiSchema item, int maximum) => new()
    {
        Type = JsonSchemaType.Array,
        MinItems = 1,
        MaxItems = maximum,
        Items = item,
    };

    private static OpenApiSchema Choice(string? description, IEnumerable<string> values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. values.Select(value => (JsonNode)value)],
        Description = description,
    };

    /// <summary>An object with the options, and one of several members that hold the image.</summary>
    private static OpenApiSchema With(Dictionary<string, OpenApiSchema> options, params (string Name, OpenApiSchema Schema)[] images) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Properties = images.Select(image => KeyValuePair.Create(image.Name, (IOpenApiSchema)image.Schema))
            .Concat(options.Select(option => KeyValuePair.Create(option.Key, (IOpenApiSchema)option.Value)))
            .ToDictionary(StringComparer.Ordinal),
        Required = images.Length == 1 ? Only(images[0].Name) : null,
        OneOf = images.Length == 1 ? null : [.. images.Select(image => (IOpenApiSchema)new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = Only(image.Name),
        })],
    };

    private static HashSet<string> Only(string name) => new(StringComparer.Ordinal) { name };
}
