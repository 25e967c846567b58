using System.Net.Http.Json;
using Contracts;
using Xunit;

namespace Tests.Api.Models;

/// <summary>Changes of the models, as an administrator asks for them.</summary>
internal static class AdminRequests
{
    private const string Key = "admin-key";

    /// <summary>The settings that make the key known.</summary>
    public static readonly (string Name, string Value)[] Settings =
    [
        ("Security:ApiKeys:0:Name", "admin"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:Roles:0", "admin"),
        ("Security:ApiKeys:0:Roles:1", "analyze"), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
        ("Security:ApiKeys:1:Name", "shop"), ("Security:ApiKeys:1:Key", "shop-key"),
    ];

    public static async Task<HttpResponseMessage> AdministerAsync(
        this HttpClient client, HttpMethod method, string address, string? key = Key)
    {
        using var request = new HttpRequestMessage(method, $"/api/models/{address}");
        if (key is not null)
        {
            request.Headers.Add(RequestHeaders.ApiKey, key);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<ModelSummary> PromoteAsync(this HttpClient client, string name, string version) =>
        client.ChangeAsync($"{name}/versions/{version}/promote");

    public static async Task<ModelSummary> ChangeAsync(this HttpClient client, string address)
    {
        using var response = await client.AdministerAsync(HttpMethod.Post, address);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.ModelSummary, TestContext.Current.CancellationToken))!;
    }
}
