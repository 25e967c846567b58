using System.Text.Json.Serialization;
using Scalar.AspNetCore;

namespace ApiService.OpenApi;

internal static class OpenApiExtensions
{
    public static void AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        // Otherwise every number would be described as one that may be a text as well.
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.AddOpenApi("v1", static options =>
        {
            options.AddDocumentTransformer<DocumentDescription>();
            options.AddSchemaTransformer<ResultSchema>();
            options.AddSchemaTransformer<PointSchema>();
            options.AddOperationTransformer<ImageRequestOperation>();
            options.AddOperationTransformer<EventsOperation>();
            options.AddOperationTransformer<UploadOperations>();
            options.AddOperationTransformer<HeadersOperation>();
        });
    }

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference("/scalar");
    }
}
