using Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>Describes a point as what it is in JSON, an array of two numbers.</summary>
internal sealed class PointSchema : IOpenApiSchemaTransformer
{
    private const int Coordinates = 2;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(PixelPoint))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer };
            (schema.MinItems, schema.MaxItems) = (Coordinates, Coordinates);
        }

        return Task.CompletedTask;
    }
}
