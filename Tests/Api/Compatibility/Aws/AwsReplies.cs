using System.Text.Json;
using Contracts;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>Requests that are sent without the official client, and their replies.</summary>
internal static class AwsReplies
{
    /// <summary>A request that succeeds.</summary>
    public static async Task<JsonElement> AnswerAsync(this HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, text);
            Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType?.MediaType);
            return JsonElement.Parse(text);
        }
    }

    /// <summary>A request that is refused in AWS's way; gives the message.</summary>
    public static async Task<string> RefuseAsync(this HttpClient client, HttpRequestMessage request, string error, int status = 400)
    {
        using (request)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var body = JsonElement.Parse(text);
            Assert.True(body.TryGetProperty("__type", out var type) && type.GetString() == error, text);
            Assert.Equal((status, error), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
            Assert.Equal(32, response.Headers.GetValues("x-amzn-RequestId").Single().Length);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain(Fixtures.Repository.Root, text, StringComparison.Ordinal);
            return body.GetProperty("Message").GetString()!;
        }
    }

    /// <summary>A request that the product refuses in its own way.</summary>
    public static async Task NativeProblemAsync(this HttpClient client, HttpRequestMessage request, ErrorCode expected)
    {
        using (request)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            await Requests.ReadProblemAsync(response, expected);
        }
    }
}
