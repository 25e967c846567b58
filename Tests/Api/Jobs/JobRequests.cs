using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>What the tests ask of the routes of jobs.</summary>
internal static class JobRequests
{
    public const string Route = "/api/analyze-async";

    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, byte[]? image = null, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route + query) { Content = Requests.Raw(image ?? Photo.Bytes("cat.jpg")) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Submits an image that must be accepted.</summary>
    public static async Task<Job> StartAsync(
        this HttpClient client, byte[]? image = null, string query = "", params (string Name, string Value)[] headers)
    {
        using var response = await client.SubmitAsync(image, query, headers);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var job = await ReadAsync(response);
        Assert.Equal($"/api/jobs/{job.Id}", response.Headers.Location!.OriginalString);
        return job;
    }

    public static async Task<Job> GetJobAsync(this HttpClient client, string id)
    {
        using var response = await client.GetAsync($"/api/jobs/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    public static async Task<Job> FinishAsync(this HttpClient client, string id)
    {
        Job? job = null;
        await Eventually.IsTrueAsync(async () => (job = await client.PollAsync(id)) is { IsFinished: true });
        return job!;
    }

    /// <summary>Asks for a job as one does who comes again anyway: null while the server has to be asked later.</summary>
    public static async Task<Job?> PollAsync(this HttpClient client, string id)
    {
        using var response = await client.GetAsync($"/api/jobs/{id}", TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(response.Headers.RetryAfter);
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    public static async Task<Job> ReadAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync(
        ContractsJsonContext.Default.Job, TestContext.Current.CancellationToken))!;
}
