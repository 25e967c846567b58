using System.Net;
using System.Text.Json;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Requests to Azure's route without its client, and what comes back.</summary>
internal static class AzureRequests
{
    public const string Path = "/computervision/imageanalysis:analyze";
    public const string Version = "api-version=2024-02-01";

    /// <summary>Sends a body and reads the answer, which has to be one.</summary>
    public static async Task<JsonElement> AnalyzeAsync(this HttpClient client, string parameters, HttpContent body)
    {
        using var response = await client.SendAsync($"{Path}?{Version}&{parameters}", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    /// <summary>Sends a body and reads the error, in the words of <see cref="AzureFailure"/>.</summary>
    public static async Task<AzureFailure> FailAsync(
        this HttpClient client, string pathAndQuery, HttpContent body, string? key = CloudApi.Key)
    {
        using var response = await client.SendAsync(pathAndQuery, body, key);
        return await AzureFailure.ReadAsync(response);
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, string pathAndQuery, HttpContent? body, string? key = CloudApi.Key, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, pathAndQuery) { Content = body };
        if (key is not null)
        {
            request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
