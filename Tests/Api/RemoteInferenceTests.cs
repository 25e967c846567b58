using System.Net;
using ApiService.Inference;
using ApiService.Telemetry;
using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>The API service in front of an inference service that answers as the test says.</summary>
public sealed class RemoteInferenceTests : IAsyncDisposable
{
    private static readonly byte[] Image = EncodedPicture.Gif();

    private readonly WebApplication inference;
    private int posts;

    public RemoteInferenceTests()
    {
        var builder = OwnServer.CreateBuilder();
        inference = builder.Build();
    }

    [Fact]
    public async Task Post_gives_the_analysis_and_the_timings_of_the_service()
    {
        inference.MapPost("/v1/analyze", static async (HttpContext context) =>
        {
            context.Response.Headers["Server-Timing"] = "queue;dur=1.5, labels;dur=7";
            var analysis = new Analysis
            {
                Digest = context.Request.Headers[RequestHeaders.ImageDigest]!,
                Image = new ImageReport { Format = "gif", Width = 1, Height = 1, Bytes = 1, Orientation = 1, Frames = 1, HasAlpha = false, Warnings = [] },
                Model = new ModelReference(context.Request.Query["model"]!, "9"),
            };
            await context.Response.WriteAsJsonAsync(analysis, ContractsJsonContext.Default.Analysis);
        });
        await using var api = await StartAsync();
        using var response = await api.Client.PostAsync(Requests.Route + "?model=my%20pets", Requests.Raw(Image), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("queue;dur=1.5, labels;dur=7", response.Headers.GetValues("Server-Timing").Single());
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"name\":\"my pets\",\"version\":\"9\"", text, StringComparison.Ordinal);
        Assert.Contains(Vision.ImageDigest.Of(Image), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_to_a_full_service_is_overloaded_and_sent_once()
    {
        inference.MapPost("/v1/analyze", (HttpContext context) => AnswerAsync(context, new ProblemException(ErrorCodes.Overloaded, "Full.")));
        await using var api = await StartAsync();
        using var response = await api.Client.PostAsync(Requests.Route, Requests.Raw(Image), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.Overloaded);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(1, posts);
    }

    [Theory]
    [InlineData("/api/analyze", "image/gif")]
    [InlineData("/api/analyze-batch", "application/json")]
    public async Task Post_beyond_what_the_service_takes_is_refused_before_its_body_comes(string route, string contentType)
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        inference.MapPost("/v1/analyze", (HttpContext context) => called.TrySetResult()
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : AnswerAsync(context, new ProblemException(ErrorCodes.Overloaded, "Full.")));
        await inference.StartAsync(TestContext.Current.CancellationToken);
        await using var api = new RunningService<InferenceOptions>(host => host
            .UseSetting("services:inference:http:0", inference.Urls.Single())
            .UseSetting("Inference:SpareRequests", "0")
            .ConfigureTestServices(services => services.AddSingleton(static provider =>
                new ConcurrencyLimit(new FakeTimeProvider(), provider.GetRequiredService<ApiTelemetry>()))));
        using var leaving = new CancellationTokenSource();
        var accepted = api.Client.PostAsync(Requests.Route, Requests.Raw(EncodedPicture.Jpeg()), leaving.Token);
        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        await api.Client.FailAsync(Requests.Raw(Image), ErrorCodes.Overloaded);

        await using var half = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, contentType, contentLength: 1000, route);
        var reply = await half.ReadUntilAsync("\"code\":\"overloaded\"");
        Assert.StartsWith("HTTP/1.1 503", reply, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 1", reply, StringComparison.Ordinal);
        Assert.Equal(1, posts);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepted);
    }

    [Fact]
    public async Task Post_to_a_service_that_answers_nonsense_is_inference_unavailable()
    {
        inference.MapPost("/v1/analyze", static () => Results.Content("<html>", "text/html", statusCode: 502));
        await using var api = await StartAsync();
        await api.Client.FailAsync(Requests.Raw(Image), ErrorCodes.InferenceUnavailable);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Post_to_a_service_that_is_away_is_inference_unavailable()
    {
        await using var api = await StartAsync();
        await inference.StopAsync(TestContext.Current.CancellationToken);
        using var response = await api.Client.PostAsync(Requests.Route, Requests.Raw(Image), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InferenceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
        using var ready = await api.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("Degraded", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var models = await api.Client.GetAsync("/api/models", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(models, ErrorCodes.InferenceUnavailable);
    }

    [Fact]
    public async Task Post_to_a_service_that_hangs_ends_at_the_deadline_and_leaves_it()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(Image) };
        request.Headers.Add(RequestHeaders.Deadline, "1000");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.DeadlineExceeded);
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Leave_a_request_takes_its_work_at_the_service_with_it()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync();
        using var leaving = new CancellationTokenSource();
        var post = api.Client.PostAsync(Requests.Route, Requests.Raw(Image), leaving.Token);
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await inference.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, ProblemException problem)
    {
        Interlocked.Increment(ref posts);
        await ServiceDefaults.Problems.ProblemWriter.WriteAsync(context, problem, context.RequestAborted);
    }

    private async Task<RunningService<InferenceOptions>> StartAsync()
    {
        await inference.StartAsync(TestContext.Current.CancellationToken);
        var address = inference.Urls.Single();
        return new RunningService<InferenceOptions>(host => host.UseSetting("services:inference:http:0", address));
    }
}
