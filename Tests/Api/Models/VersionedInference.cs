using System.Collections.Concurrent;
using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Problems;
using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Api.Models;

/// <summary>An inference service whose live versions are as a test says, and may differ between its catalogue and its engine.</summary>
internal sealed class VersionedInference : IAsyncDisposable
{
    private const string Classifier = AnalysisOptions.DefaultModel;
    private const string Detector = "nanodet-g";

    private readonly WebApplication application;
    private readonly ConcurrentQueue<string> asked = [];

    private VersionedInference()
    {
        var builder = OwnServer.CreateBuilder();
        application = builder.Build();
        application.MapGet("/v1/models", ListAsync);
        application.MapPost("/v1/analyze", AnswerAsync);
    }

    /// <summary>The live versions of the classifier and the detector.</summary>
    public (string Classifier, string Detector) Live { get; set; } = ("1", "1");

    /// <summary>What the catalogue says, until the engine has been asked; null for the truth.</summary>
    public (string Classifier, string Detector)? Outdated { get; set; }

    /// <summary>The models that the engine was asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public static async Task<VersionedInference> StartAsync()
    {
        var inference = new VersionedInference();
        await inference.application.StartAsync(TestContext.Current.CancellationToken);
        return inference;
    }

    /// <summary>An API service in front of it.</summary>
    public async Task<RunningService<InferenceOptions>> ApiAsync()
    {
        var api = new RunningService<InferenceOptions>(host => host
            .UseSetting("services:inference:http:0", application.Urls.Single())
            .UseSetting("RateLimiting:Anonymous:PermitLimit", "1000"));
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static ModelSummary Summary(string name, string task, string version) => new()
    {
        Name = name,
        Task = task,
        Version = version,
        Versions = [new ModelVersionSummary(version, "sha256:0", DateTimeOffset.UnixEpoch, Accuracy: null, Live: true)],
        InputSize = 1,
        Classes = 1,
        Licence = "none",
    };

    private Task ListAsync(HttpContext context)
    {
        var (classifier, detector) = Outdated ?? Live;
        return context.Response.WriteAsJsonAsync(
            new ModelList([Summary(Classifier, "classification", classifier), Summary(Detector, "object-detection", detector)]),
            ContractsJsonContext.Default.ModelList);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var model = context.Request.Query["model"].ToString();
        asked.Enqueue(model);
        Outdated = null;
        if (model != $"{Classifier}@{Live.Classifier}")
        {
            await ProblemWriter.WriteAsync(context, new ProblemException(ErrorCodes.ModelNotFound, "Gone."), context.RequestAborted);
            return;
        }

        context.Response.Headers[ModelReferences.HeaderName] = ModelReferences.Format([new ModelReference(Detector, Live.Detector)]);
        await context.Response.WriteAsJsonAsync(
            new Analysis
            {
                Digest = context.Request.Headers[RequestHeaders.ImageDigest]!,
                Image = new ImageReport { Format = "gif", Width = 1, Height = 1, Bytes = 1, Orientation = 1, Frames = 1, HasAlpha = false, Warnings = [] },
                Model = new ModelReference(Classifier, Live.Classifier),
                Objects = [new DetectedObject(Live.Detector, 1, new BoundingBox(0, 0, 1, 1))],
            },
            ContractsJsonContext.Default.Analysis);
    }
}
