using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contracts;

namespace Client.Calls;

/// <summary>Reads what the service answers.</summary>
internal static class Replies
{
    private const string ProblemType = "application/problem+json";

    /// <exception cref="ImageApiException">The body is not what the contract says.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException exception)
        {
            throw new ImageApiException("The reply is not the JSON that the image service answers with.", exception);
        }
    }

    /// <summary>Reads the JSON of one event.</summary>
    /// <exception cref="ImageApiException">It is not what the contract says.</exception>
    public static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(data, type) ?? throw new JsonException("The event's data is null.");
        }
        catch (JsonException exception)
        {
            throw new ImageApiException("An event is not the JSON that the image service sends.", exception);
        }
    }

    /// <summary>The id of what a call has made: the last part of the address in its <c>Location</c>.</summary>
    /// <exception cref="ImageApiException">The reply has none.</exception>
    public static string CreatedId(HttpResponseMessage response) =>
        response.Headers.Location is { OriginalString: var address } && address[(address.LastIndexOf('/') + 1)..] is { Length: > 0 } id
            ? Uri.UnescapeDataString(id)
            : throw new ImageApiException("The reply does not say where to find what was made.");

    /// <summary>Reads why a call was refused.</summary>
    public static async Task<ImageApiException> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = Unknown(response);
        if (response.Content.Headers.ContentType?.MediaType == ProblemType && response.RequestMessage?.Method != HttpMethod.Head)
        {
            problem = await ReadAsync(response, ContractsJsonContext.Default.Problem, cancellationToken);
        }

        return new ImageApiException(problem, RetryAfterOf(response));
    }

    private static Problem Unknown(HttpResponseMessage response) => new()
    {
        Type = "about:blank",
        Title = response.ReasonPhrase is { Length: > 0 } reason ? reason : "Unexpected reply",
        Status = (int)response.StatusCode,
        Detail = $"The reply has the status {(int)response.StatusCode} and does not come from the image service itself.",
        Code = ImageApiException.UnexpectedReply,
        Retryable = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
    };

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - (response.Headers.Date ?? DateTimeOffset.UtcNow)).Ticks)),
        _ => null,
    };
}
