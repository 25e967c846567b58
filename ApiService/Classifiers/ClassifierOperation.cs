using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.Classifiers;

/// <summary>Describes the bodies that <c>POST /api/classifiers</c> reads by itself.</summary>
internal sealed class ClassifierOperation : IOpenApiOperationTransformer
{
    private const string NamePattern = "^[A-Za-z0-9_-]{1,64}$";

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId == ClassifiersApi.TrainName)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "At least two classes with five different pictures each.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new() { Schema = Json() },
                    ["multipart/form-data"] = new() { Schema = Form() },
                },
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Json() => Object(
        required: ["name", "examples"],
        ("name", Name()),
        ("examples", new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = Object(
                required: ["label"],
                ("label", Text("The class: letters, digits, '-', '_' and spaces.")),
                ("image", new OpenApiSchema { Type = JsonSchemaType.String, Format = "byte", Description = "The picture as base64." }),
                ("upload", Text("The id of a finished upload, instead of the picture."))),
        }));

    private static OpenApiSchema Form()
    {
        var form = Object(
            required: ["name"],
            ("name", Name()),
            ("archive", Bytes("A zip whose folders are the labels.")));

        // The other parts have the labels in their names: class:<label>.
        form.AdditionalPropertiesAllowed = true;
        form.AdditionalProperties = Bytes("A part class:<label> for each picture, instead of the archive.");
        return form;
    }

    private static OpenApiSchema Name() => new() { Type = JsonSchemaType.String, Pattern = NamePattern, Description = "The classifier's name." };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, MinLength = 1, Description = description };

    private static OpenApiSchema Bytes(string description) =>
        new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    private static OpenApiSchema Object(string[] required, params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Required = new HashSet<string>(required, StringComparer.Ordinal),
        Properties = members.ToDictionary(
            static member => member.Name, static member => (IOpenApiSchema)member.Schema, StringComparer.Ordinal),
    };
}
