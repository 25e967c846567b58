using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ServiceDefaults.Streaming;

namespace ApiService.OpenApi;

/// <summary>Describes server-sent events, one of which is what a schema of such a reply stands for.</summary>
internal sealed class EventsOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var success = operation.Responses?.GetValueOrDefault("200")?.Content;
        var mayStream = context.Description.ActionDescriptor.EndpointMetadata.OfType<ImageRequest>().Any(static request => request.MayStream);
        if (success is not null && (mayStream || success.ContainsKey(ServerEvents.MediaType)))
        {
            success[ServerEvents.MediaType] = new OpenApiMediaType { Schema = Event() };
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Event() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "One event; its data is JSON.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["event"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["data"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };
}
