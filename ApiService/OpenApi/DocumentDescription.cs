using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Image understanding",
            Version = "v1",
            Description = "Post an image, get back what is in it. Every error is application/problem+json with a stable code.",
        };
        return Task.CompletedTask;
    }
}
