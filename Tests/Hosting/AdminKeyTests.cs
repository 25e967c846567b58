using System.Text.Json;
using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Contracts;
using Tests.Api;
using Xunit;

namespace Tests.Hosting;

/// <summary>The key that the AppHost gives to ApiService, through the whole system.</summary>
public sealed partial class AdminKeyTests(AppHostFixture fixture)
{
    private const string KeyHeader = "X-Api-Key";

    [Theory]
    [InlineData("POST", "/api/analyze")]
    [InlineData("GET", "/api/models")]
    public async Task Request_with_the_admin_key_has_no_quota(string method, string route)
    {
        using var client = (await fixture.GetAsync()).CreateHttpClient("web");
        using var anonymous = await SendAsync(client, method, route, key: null);
        Assert.True(anonymous.Headers.Contains("RateLimit"));
        using var admin = await SendAsync(client, method, route, StartedAppHost.AdminKey);
        Assert.Equal(anonymous.StatusCode, admin.StatusCode);
        Assert.DoesNotContain(admin.Headers, static header => header.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Request_with_an_unknown_key_is_refused_on_every_route()
    {
        using var client = (await fixture.GetAsync()).CreateHttpClient("web");
        var routes = await ReadRoutesAsync(client);
        Assert.Contains(routes, static route => route.Method == "GET");
        Assert.Contains(routes, static route => route.Method == "POST");
        foreach (var (method, path) in routes)
        {
            using var response = await SendAsync(client, method, path, "nobody's key");
            Assert.Equal(ErrorCodes.KeyRequired.Status, (int)response.StatusCode);

            // A reply to HEAD has no body.
            if (method != "HEAD")
            {
                await Requests.ReadProblemAsync(response, ErrorCodes.KeyRequired);
            }
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
        {
            request.Content = Requests.Raw([]);
        }

        if (key is not null)
        {
            request.Headers.Add(KeyHeader, key);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Every operation that the system documents, with something in the place of each parameter.</summary>
    private static async Task<List<(string Method, string Path)>> ReadRoutesAsync(HttpClient client)
    {
        await using var stream = await client.GetStreamAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        return
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject()
                .Where(static path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
                .SelectMany(static path => path.Value.EnumerateObject().Select(operation =>
                    (operation.Name.ToUpperInvariant(), Parameter().Replace(path.Name, "x")))),
        ];
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
