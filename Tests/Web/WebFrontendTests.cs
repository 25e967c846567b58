using System.Net;
using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tests.Api;
using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The web front end alone, before an API that answers as the test says.</summary>
public sealed class WebFrontendTests : IAsyncDisposable
{
    private readonly WebApplication api;

    public WebFrontendTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        api = builder.Build();
    }

    [Fact]
    public async Task Post_passes_body_query_and_the_callers_address_through()
    {
        api.MapPost("/api/analyze", static async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var forwarded = context.Request.Headers["X-Forwarded-For"];
            return $"{await reader.ReadToEndAsync(context.RequestAborted)} {context.Request.Query["top"]} {forwarded}";
        });
        await using var web = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + "?top=3") { Content = Requests.Raw("bytes"u8.ToArray()) };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var response = await web.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("bytes 3 127.0.0.1", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_while_the_api_is_away_is_a_problem_that_can_be_retried()
    {
        await using var web = await StartAsync();
        await api.StopAsync(TestContext.Current.CancellationToken);
        using var response = await web.Client.PostAsync(Requests.Route, Requests.Raw([1]), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InferenceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Get_of_the_page_forbids_inline_script_and_frames()
    {
        await using var web = await StartAsync();
        using var response = await web.Client.GetAsync("/", TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_of_a_proxied_page_keeps_its_own_policy()
    {
        api.MapGet("/scalar/", static (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return Results.Content("<p>reference</p>", "text/html");
        });
        await using var web = await StartAsync();
        using var response = await web.Client.GetAsync("/scalar/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Leave_a_request_leaves_the_api_too()
    {
        var (arrived, left) = (NewSignal(), NewSignal());
        api.MapPost("/api/analyze", async (HttpContext context) =>
        {
            arrived.SetResult();
            await using (context.RequestAborted.UnsafeRegister(_ => left.TrySetResult(), null))
            {
                await left.Task;
            }
        });
        await using var web = await StartAsync();
        using var leaving = new CancellationTokenSource();
        var post = web.Client.PostAsync(Requests.Route, Requests.Raw([1]), leaving.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        await left.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await api.DisposeAsync();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<RunningService<DiscoveredDestinations>> StartAsync()
    {
        await api.StartAsync(TestContext.Current.CancellationToken);
        var address = api.Urls.Single();
        return new RunningService<DiscoveredDestinations>(host => host.UseSetting("services:api:http:0", address));
    }
}
