using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ApiService.OpenApi;

/// <summary>Describes the headers of requests and replies.</summary>
internal sealed class HeadersOperation : IOpenApiOperationTransformer
{
    private static readonly HeaderParameter Deadline = new(
        RequestHeaders.Deadline, "^[1-9][0-9]{0,8}$", "How many milliseconds the caller waits; after that the work is dropped and the answer is 504.");

    private static readonly string[] Busy = ["429", "503"];

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters =
            [.. operation.Parameters ?? [], .. metadata.OfType<HeaderParameter>().Append(Deadline).Select(ParameterOf)];
        foreach (var (status, response) in operation.Responses ?? [])
        {
            var headers = metadata.OfType<ReplyHeader>()
                .Where(header => status == header.Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Describe(response, [.. headers, .. Always(status, metadata)]);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<ReplyHeader> Always(string status, IList<object> metadata)
    {
        if (Busy.Contains(status))
        {
            yield return new ReplyHeader(0, "Retry-After", "In how many seconds to try again.");
        }

        var isCounted = metadata.OfType<RateLimit>().Any();
        if (isCounted && (status == "429" || status.StartsWith('2')))
        {
            yield return new ReplyHeader(0, "RateLimit-Policy", "The caller's quota: \"analyze\";q=10;w=60. A key without a quota gets none.");
            yield return new ReplyHeader(0, "RateLimit", "What is left of it, and in how many seconds it begins anew: \"analyze\";r=3;t=42.");
        }
    }

    private static void Describe(IOpenApiResponse response, IReadOnlyList<ReplyHeader> headers)
    {
        if (response is OpenApiResponse described && headers.Count > 0)
        {
            described.Headers = headers.ToDictionary(
                static header => header.Name,
                static header => (IOpenApiHeader)new OpenApiHeader { Description = header.Description, Schema = Text(null) },
                StringComparer.Ordinal);
        }
    }

    private static IOpenApiParameter ParameterOf(HeaderParameter header) => new OpenApiParameter
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Schema = Text(header.Pattern),
        Description = header.Description,
    };

    private static OpenApiSchema Text(string? pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };
}
