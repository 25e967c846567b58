using System.Net;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Callers;

/// <summary>Requests of callers with a key, or behind a proxy. Their images are none, so that nothing is computed.</summary>
internal static class CallerRequests
{
    public static async Task<HttpStatusCode> StatusAsync(this RunningService<InferenceOptions> api, string? key = null, string? forwardedFor = null)
    {
        using var response = await api.PostAsync(key, forwardedFor);
        return response.StatusCode;
    }

    public static async Task<HttpResponseMessage> PostAsync(
        this RunningService<InferenceOptions> api, string? key = null, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw("no image"u8.ToArray()) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(RequestHeaders.ApiKey, key);
        }

        if (forwardedFor is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        }

        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<HttpResponseMessage> PostBatchAsync(this RunningService<InferenceOptions> api, int images)
    {
        var body = $$"""{"images":[{{string.Join(',', Enumerable.Repeat("\"AAAA\"", images))}}]}""";
        return await api.Client.PostAsync("/api/analyze-batch", Requests.Json(body), TestContext.Current.CancellationToken);
    }
}
