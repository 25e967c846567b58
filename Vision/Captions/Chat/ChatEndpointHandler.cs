using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Vision.Captions.Chat;

/// <summary>Sends the key to the endpoint, or none where there is none, and takes no more bytes from it than an answer can have.</summary>
internal sealed class ChatEndpointHandler(IOptions<CaptioningOptions> options) : DelegatingHandler
{
    /// <summary>An answer of a few hundred tokens has some kilobytes.</summary>
    private const long MaximumBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The client library cannot do without a key, and would send a made-up one.
        var key = options.Value.ApiKey;
        request.Headers.Authorization = string.IsNullOrWhiteSpace(key) ? null : new AuthenticationHeaderValue("Bearer", key.Trim());
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
