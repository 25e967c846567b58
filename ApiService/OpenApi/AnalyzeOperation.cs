using ApiService.Analyze;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>Describes the bodies and options of the analyse route, which a reader of its own takes from the request.</summary>
internal sealed class AnalyzeOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId != AnalyzeApi.Name)
        {
            return Task.CompletedTask;
        }

        var options = AnalyzeSchemas.Options();
        operation.Parameters =
        [
            .. options.Select(option => new OpenApiParameter
            {
                Name = option.Key,
                In = ParameterLocation.Query,
                Schema = option.Value,
                Description = option.Value.Description,
                Explode = false,
                Style = option.Key == "features" ? ParameterStyle.Form : null,
            }),
        ];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The image; options in the body win over those in the query.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = AnalyzeSchemas.Json(options) },
                ["multipart/form-data"] = new() { Schema = AnalyzeSchemas.Form(options) },
                ["image/*"] = new() { Schema = AnalyzeSchemas.Bytes() },
                ["application/octet-stream"] = new() { Schema = AnalyzeSchemas.Bytes() },
            },
        };
        return Task.CompletedTask;
    }
}
