using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Tests.Hosting.Dashboard;

/// <summary>Somebody who has logged in, without a browser.</summary>
internal sealed class DashboardCaller : IDisposable
{
    private DashboardCaller(HttpClient client) => Client = client;

    public HttpClient Client { get; }

    public static async Task<DashboardCaller> LogInAsync(Uri link)
    {
        var client = new HttpClient { BaseAddress = link };
        using var response = await client.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
        return new DashboardCaller(client);
    }

    public Task<JsonElement> GetAsync(string path) =>
        Client.GetFromJsonAsync<JsonElement>($"/api/dashboard/{path}", TestContext.Current.CancellationToken);

    public async Task<int> SendAsync(HttpMethod method, string path, object? body = null, bool isOwn = true)
    {
        using var request = new HttpRequestMessage(method, $"/api/dashboard/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (isOwn)
        {
            request.Headers.Add("X-Dashboard", "1");
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public void Dispose() => Client.Dispose();
}
