using Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    private const string KeyScheme = "ApiKey";

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Image understanding",
            Version = "v1",
            Description = "Post an image, get back what is in it. Every error is application/problem+json with a stable code.",
        };
        document.AddComponent(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = RequestHeaders.ApiKey,
            Description = "A key has its own quota and roles; most routes are open to callers without one.",
        });
        document.Security =
        [
            [],
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
