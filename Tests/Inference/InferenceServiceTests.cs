extern alias Inference;

using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using Contracts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Api;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Inference;

/// <summary>The internal service on a real server.</summary>
public sealed class InferenceServiceTests
{
    private const string Route = "/v1/analyze";

    [Fact]
    public async Task Post_of_bytes_analyses_them_and_records_its_histograms()
    {
        await using var service = await StartAsync();
        var meters = service.Services.GetRequiredService<IMeterFactory>();
        using var queue = new MetricCollector<double>(meters, "Vision", "vision.queue.duration");
        using var decode = new MetricCollector<double>(meters, "Vision", "vision.decode.duration");
        using var run = new MetricCollector<double>(meters, "Vision", "vision.inference.duration");
        using var response = await service.Client.PostAsync(
            Route + "?top=1&model=efficientnet-lite0", Requests.Raw(Photo.Bytes("coffee.jpg")), TestContext.Current.CancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        Assert.Equal("espresso", analysis!.Labels!.Single().Name);
        Assert.Equal(Vision.ImageDigest.Of(Photo.Bytes("coffee.jpg")), analysis.Digest);
        Assert.Single(queue.GetMeasurementSnapshot());
        Assert.Equal("jpeg", decode.GetMeasurementSnapshot().Single().Tags["format"]);
        var tags = run.GetMeasurementSnapshot().Single().Tags;
        Assert.Equal(("efficientnet-lite0", "1", "labels"), (tags["model"], tags["version"], tags["feature"]));
    }

    [Fact]
    public async Task Post_with_a_known_digest_keeps_it()
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Route) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        request.Headers.Add(RequestHeaders.ImageDigest, "sha256:known");
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        Assert.Equal("sha256:known", analysis!.Digest);
    }

    [Fact]
    public async Task Post_of_more_than_the_queue_holds_is_refused_at_once()
    {
        await using var service = await StartAsync(static host => host.UseSetting("Admission:Capacity", "1").UseSetting("Admission:Workers", "1"));
        var photo = Photo.Bytes("galaxies.jpg");
        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var response = await service.Client.PostAsync(Route, Requests.Raw(photo), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await Requests.ReadProblemAsync(response, ErrorCodes.Overloaded);
                Assert.NotNull(response.Headers.RetryAfter?.Delta);
            }

            return response.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, statuses);
        Assert.Empty(service.ErrorLog);
    }

    [Fact]
    public async Task Post_whose_deadline_passes_is_deadline_exceeded()
    {
        await using var service = await StartAsync(static host => host.UseSetting("Admission:Workers", "1"));
        var photo = Photo.Bytes("galaxies.jpg");
        var codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Route + "?equalize=adaptive") { Content = Requests.Raw(photo) };
            request.Headers.Add(RequestHeaders.Deadline, "60");
            using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.GatewayTimeout, codes);
        Assert.Empty(service.ErrorLog);
    }

    [Fact]
    public async Task Start_with_an_altered_model_serves_the_others_and_says_so()
    {
        using var models = new ModelCopy("efficientnet-lite0");
        using var altered = new ModelCopy("efficientnet-lite2");
        var target = Path.Combine(models.Root, "efficientnet-lite2");
        Directory.Move(Path.Combine(altered.Root, "efficientnet-lite2"), target);
        await File.AppendAllTextAsync(Path.Combine(target, "1", "efficientnet-lite2.onnx"), "x", TestContext.Current.CancellationToken);
        await using var service = await StartAsync(host => host.UseSetting("Models:Path", models.Root));
        var health = await service.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("Degraded", health, StringComparison.Ordinal);
        Assert.Contains(service.ErrorLog, line => line.Contains("SHA-256", StringComparison.Ordinal));
        using var response = await service.Client.PostAsync(Route, Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.ModelNotFound);
    }

    [Fact]
    public async Task Start_without_any_model_never_becomes_ready()
    {
        await using var service = new RunningService<InferenceProgram>(static host => host.UseSetting("Models:Path", "/no/such/folder"));
        await Eventually.IsTrueAsync(() => service.ErrorLog.Count > 0);
        using var ready = await service.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var live = await service.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private static async Task<RunningService<InferenceProgram>> StartAsync(Action<IWebHostBuilder>? configure = null)
    {
        var service = new RunningService<InferenceProgram>(configure ?? (static _ => { }));
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
