using Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vision.Classifiers.Heads;
using Vision.Classifiers.Training;
using Vision.Decoding;
using Vision.Models;

namespace Vision.Classifiers;

/// <summary>
/// Trains in this process, one classifier at a time and on one thread, beside the engine's workers: analyses go on. What a training
/// uses stays loaded until it ends.
/// </summary>
internal sealed partial class ClassifierTrainer(
    ModelRepository repository,
    ClassifierVersions versions,
    IImageDecoder decoder,
    IOptions<ClassifiersOptions> options,
    TrainingTelemetry telemetry,
    TimeProvider time,
    ILogger<ClassifierTrainer> logger) : IClassifierTrainer, IDisposable
{
    /// <summary>The share of the whole that reading, decoding and embedding take, as far as progress is concerned.</summary>
    private const double EmbeddingShare = 0.8;

    private readonly SemaphoreSlim turn = new(1);

    public Task CheckNameAsync(string name, CancellationToken cancellationToken) => versions.CheckNameAsync(name, cancellationToken);

    public async Task<TrainingResult> TrainAsync(
        string name, Stream examples, IProgress<double> progress, CancellationToken cancellationToken)
    {
        await versions.CheckNameAsync(name, cancellationToken);
        await turn.WaitAsync(cancellationToken);
        using var limit = new CancellationTokenSource(options.Value.MaximumDuration, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var started = time.GetTimestamp();
        TrainingResult? result = null;
        try
        {
            // The work is that of a processor; whoever asks must not lose its thread to it.
            result = await Task.Run(() => RunAsync(name, examples, progress, either.Token), CancellationToken.None);
            telemetry.Completed(time.GetElapsedTime(started), result);
            return result;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(
                ErrorCodes.InvalidRequest, $"The training took longer than {options.Value.MaximumDuration}; send fewer or smaller pictures.");
        }
        finally
        {
            if (result is null)
            {
                telemetry.Ended(time.GetElapsedTime(started), cancellationToken.IsCancellationRequested);
            }

            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<TrainingResult> RunAsync(
        string name, Stream examples, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var use = repository.Use();
        var backbone = use.Models.Find(options.Value.Backbone);
        if (backbone.Classifier is HeadClassifier)
        {
            throw new InvalidOperationException("The backbone of the settings is a head itself.");
        }

        var set = await new ExampleEmbedding(backbone, decoder, options.Value)
            .RunAsync(examples, new TrainingProgress(progress, 0, EmbeddingShare), cancellationToken);
        LogEmbedded(logger, name, set.Examples.Count, set.Classes.Count);
        var evaluation = Evaluation.Run(
            set.Examples, set.Classes.Count, new TrainingProgress(progress, EmbeddingShare, 1), cancellationToken);

        var manifest = VersionDraft.Describe(name, backbone, evaluation, set, time.GetUtcNow());
        var decision = PromotionGate.Decide(
            evaluation.Answers, options.Value.MinimumAccuracy, await versions.LiveAsync(name, backbone, set.Classes, cancellationToken));
        var made = await versions.InstallAsync(manifest, evaluation.Head, set, decision, cancellationToken);
        LogTrained(logger, name, made.Model.Version, manifest.Training!.Holdout.Accuracy, made.Promoted);
        return new TrainingResult
        {
            Model = made.Model,
            Classes = set.Classes,
            Examples = set.Examples.Count,
            Holdout = manifest.Training.Holdout,
            Confusion = manifest.Training.Confusion,
            PerClass = manifest.Training.PerClass,
            Promoted = made.Promoted,
            Reason = made.Reason,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Classifier {Name} is being trained on {Examples} pictures of {Classes} classes")]
    private static partial void LogEmbedded(ILogger logger, string name, int examples, int classes);

    [LoggerMessage(Level = LogLevel.Information, Message = "Classifier {Name}@{Version} is trained, accuracy {Accuracy}, promoted: {Promoted}")]
    private static partial void LogTrained(ILogger logger, string name, string version, double accuracy, bool promoted);
}
