using ApiService.Uploads;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>Describes what all upload routes ask for, and the bytes that two of them read by themselves.</summary>
internal sealed class UploadOperations : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var isProtocol = context.Description.RelativePath?.StartsWith(UploadsApi.Route.TrimStart('/'), StringComparison.Ordinal) == true;
        if (!isProtocol || operation.OperationId == UploadsApi.DescribeName)
        {
            return Task.CompletedTask;
        }

        operation.Parameters = [.. operation.Parameters ?? [], Version()];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Required |= IsRequired(operation.OperationId, parameter.Name);
        }

        if (operation.OperationId is UploadsApi.CreateName or UploadsApi.AppendName)
        {
            operation.RequestBody = Bytes(isRequired: operation.OperationId == UploadsApi.AppendName);
        }

        return Task.CompletedTask;
    }

    private static bool IsRequired(string? operation, string? header) =>
        (operation == UploadsApi.CreateName && header == TusHeaders.Length) || (operation == UploadsApi.AppendName && header == TusHeaders.Offset);

    private static OpenApiParameter Version() => new()
    {
        Name = TusHeaders.Resumable,
        In = ParameterLocation.Header,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [TusHeaders.SpokenVersion] },
        Description = "The version of the protocol.",
    };

    private static OpenApiRequestBody Bytes(bool isRequired) => new()
    {
        Required = isRequired,
        Description = "Bytes of the image, from the offset on.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [TusHeaders.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };
}
