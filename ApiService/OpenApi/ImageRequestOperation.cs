using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>Describes bodies and options that a reader of its own takes from the request.</summary>
internal sealed class ImageRequestOperation : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ImageRequest>().LastOrDefault() is { } request)
        {
            var options = AnalyzeSchemas.Options(request.MayStream);
            operation.Parameters = [.. operation.Parameters ?? [], .. options.Select(ParameterOf)];
            operation.RequestBody = request.MaximumImages > 0 ? BodyOf(request, options) : null;
        }

        return Task.CompletedTask;
    }

    private static IOpenApiParameter ParameterOf(KeyValuePair<string, OpenApiSchema> option) => new OpenApiParameter
    {
        Name = option.Key,
        In = ParameterLocation.Query,
        Schema = option.Value,
        Description = option.Value.Description,
        Explode = false,
        Style = option.Key == "features" ? ParameterStyle.Form : null,
    };

    private static OpenApiRequestBody BodyOf(ImageRequest request, Dictionary<string, OpenApiSchema> options)
    {
        var content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
        if (request.MaximumImages == 1)
        {
            content["application/json"] = new() { Schema = AnalyzeSchemas.Json(options) };
            content["multipart/form-data"] = new() { Schema = AnalyzeSchemas.Form(options) };
            content["image/*"] = new() { Schema = AnalyzeSchemas.Bytes() };
            content["application/octet-stream"] = new() { Schema = AnalyzeSchemas.Bytes() };
        }
        else
        {
            content["application/json"] = new() { Schema = AnalyzeSchemas.JsonBatch(options, request.MaximumImages) };
            content["multipart/form-data"] = new() { Schema = AnalyzeSchemas.FormBatch(options, request.MaximumImages) };
        }

        return new OpenApiRequestBody
        {
            Required = true,
            Description = "Options in the body win over those in the query.",
            Content = content,
        };
    }
}
