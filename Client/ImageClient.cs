using Client.Calls;

namespace Client;

/// <summary>
/// Asks an image understanding service, one method a route of its public API. It may be used by many callers at the same time.
/// </summary>
/// <remarks>
/// Every method throws <see cref="ImageApiException"/> when the service answers with a problem or with something that is not its
/// own, <see cref="HttpRequestException"/> or <see cref="IOException"/> when it cannot be reached or the connection is cut, and
/// <see cref="OperationCanceledException"/> when the token is cancelled or the time of the <see cref="HttpClient"/> is up.
/// No request is sent again by itself, but where a method says so.
/// </remarks>
/// <param name="http">Sends the requests; its base address is that of the service, and it belongs to whoever made it.</param>
/// <param name="apiKey">Sent with every request as <c>X-Api-Key</c>; null for an anonymous caller.</param>
public sealed partial class ImageClient(HttpClient http, string? apiKey = null)
{
    private readonly ApiConnection api = new(http, apiKey);
}
