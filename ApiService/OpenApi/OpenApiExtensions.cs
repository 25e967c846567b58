using Scalar.AspNetCore;

namespace ApiService.OpenApi;

internal static class OpenApiExtensions
{
    public static void AddOpenApiDocument(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer<DocumentDescription>();
            options.AddOperationTransformer<AnalyzeOperation>();
            options.AddOperationTransformer<UploadOperations>();
        });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference("/scalar");
    }
}
