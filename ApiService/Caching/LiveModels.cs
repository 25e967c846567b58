using Contracts;
using Vision.Models;

namespace ApiService.Caching;

/// <summary>
/// Which version of a model answers at the moment. What the catalogue said is believed for a second, and for as long as the
/// catalogue cannot be asked: what is cached is served without the inference service too.
/// </summary>
internal sealed class LiveModels(IModelCatalog catalog, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Known? known;

    /// <summary>Finds the version that <c>name</c> or <c>name@version</c> stands for; null if there is none, or nobody can tell.</summary>
    public async ValueTask<ModelReference?> FindAsync(string model, CancellationToken cancellationToken)
    {
        if (known is { } answer && IsFresh(answer) && Find(answer.Models, model) is { } found)
        {
            return found;
        }

        return Find(await AskAsync(known, cancellationToken), model);
    }

    /// <summary>Whether the catalogue is known and has no such model. While nobody can tell, none is missing.</summary>
    public async ValueTask<bool> IsMissingAsync(string model, CancellationToken cancellationToken) =>
        await FindAsync(model, cancellationToken) is null && known is { Models.Count: > 0 };

    public void Dispose() => asking.Dispose();

    private static ModelReference? Find(IReadOnlyList<ModelSummary> models, string model)
    {
        var split = model.IndexOf('@', StringComparison.Ordinal);
        var name = split < 0 ? model : model[..split];
        var found = models.FirstOrDefault(candidate => candidate.Name == name);
        var version = split < 0 ? found?.Version : found?.Versions.FirstOrDefault(one => one.Version == model[(split + 1)..])?.Version;
        return version is null ? null : new ModelReference(name, version);
    }

    private bool IsFresh(Known answer) => time.GetElapsedTime(answer.At) < Trust;

    /// <summary>Asks the catalogue; whoever comes while somebody asks is content with what is known.</summary>
    private async Task<IReadOnlyList<ModelSummary>> AskAsync(Known? before, CancellationToken cancellationToken)
    {
        if (!await asking.WaitAsync(before is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return before!.Models;
        }

        try
        {
            if (known is not { } answer || ReferenceEquals(answer, before))
            {
                answer = new Known(await AskOrRepeatAsync(before, cancellationToken), time.GetTimestamp());
                known = answer;
            }

            return answer.Models;
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<IReadOnlyList<ModelSummary>> AskOrRepeatAsync(Known? before, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await catalog.ListAsync(patience.Token);
        }
        catch (Exception exception) when (
            exception is ProblemException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return before?.Models ?? [];
        }
    }

    private sealed record Known(IReadOnlyList<ModelSummary> Models, long At);
}
