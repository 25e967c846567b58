using System.Globalization;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Serialization.Metadata;
using Contracts;

namespace Client.Calls;

/// <summary>Sends requests with what all of them have in common, and turns every refusal into an exception.</summary>
internal sealed class ApiConnection(HttpClient http, string? apiKey)
{
    private static readonly MediaTypeWithQualityHeaderValue Events = new("text/event-stream");

    /// <summary>Sends a request and reads its answer.</summary>
    /// <exception cref="ImageApiException">The service refused, or answered with something else.</exception>
    public async Task<T> ReadAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T> type, CallOptions? call, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, call, cancellationToken);
        return await Replies.ReadAsync(response, type, cancellationToken);
    }

    /// <summary>Reads what stands at an address.</summary>
    /// <exception cref="ImageApiException">The service refused, or answered with something else.</exception>
    public Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(new HttpRequestMessage(HttpMethod.Get, address), type, call: null, cancellationToken);

    /// <summary>Sends a request and gives its answer, read to the end; the caller disposes of it.</summary>
    /// <exception cref="ImageApiException">The service refused.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CallOptions? call, CancellationToken cancellationToken) =>
        SendAsync(request, HttpCompletionOption.ResponseContentRead, call, cancellationToken);

    /// <summary>Sends a request and gives its answer once the head is there; events follow. The caller disposes of it.</summary>
    /// <exception cref="ImageApiException">The service refused.</exception>
    public Task<HttpResponseMessage> OpenEventsAsync(HttpRequestMessage request, CallOptions? call, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(Events);
        return SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call, cancellationToken);
    }

    /// <summary>What a stream of events ends with that was cut before its last one.</summary>
    public static HttpIOException EndedEarly() =>
        new(HttpRequestError.ResponseEnded, "The service closed the connection before the last event.");

    /// <summary>Reads the events of an answer; <c>failed</c> becomes an exception, and names that are not known are passed over.</summary>
    /// <exception cref="ImageApiException">The work failed, or an event is not what the contract says.</exception>
    public static SseParser<T?> Parse<T>(Stream stream, SseItemParser<T?> parse)
        where T : class => SseParser.Create<T?>(stream, (type, data) => type == "failed"
            ? throw new ImageApiException(Replies.Read(data, ContractsJsonContext.Default.Problem))
            : parse(type, data));

    // A request is not disposed of: that would close the stream that the image comes from, which is the caller's.
    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption completion, CallOptions? call, CancellationToken cancellationToken)
    {
        AddHeaders(request.Headers, call);
        var response = await http.SendAsync(request, completion, cancellationToken);
        try
        {
            call?.OnHeaders?.Invoke(response.Headers);
            return response.IsSuccessStatusCode ? response : throw await Replies.ReadProblemAsync(response, cancellationToken);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void AddHeaders(HttpRequestHeaders headers, CallOptions? call)
    {
        if (apiKey is not null)
        {
            headers.Add(RequestHeaders.ApiKey, apiKey);
        }

        if (call?.Deadline is { } deadline)
        {
            headers.Add(RequestHeaders.Deadline, ((long)deadline.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        if (call is { Cache: not CacheUse.Full })
        {
            headers.CacheControl = new() { NoCache = call.Cache == CacheUse.Refresh, NoStore = call.Cache == CacheUse.None };
        }
    }
}
