using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Contracts;
using Vision.Models;

namespace ApiService.Caching;

/// <summary>
/// Which version of a model answers at the moment. What the catalogue said is believed for a second, unless somebody tells of a
/// change, and for as long as the catalogue cannot be asked: what is cached is served without the inference service too.
/// </summary>
internal sealed class LiveModels(IModelCatalog catalog, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim asking = new(1);
    private Known? known;

    /// <summary>Finds the versions that answer; null if there is no such classifier, or nobody can tell.</summary>
    /// <param name="model">The classifier, as <c>name</c> or <c>name@version</c>.</param>
    /// <param name="features">What is asked for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<ResolvedModels?> ResolveAsync(string model, Features features, CancellationToken cancellationToken)
    {
        var answer = Volatile.Read(ref known);
        if (!IsFresh(answer) || Find(answer.Models, model) is null)
        {
            answer = await AskAsync(answer, cancellationToken);
        }

        return Find(answer.Models, model) is { } classifier
            ? new ResolvedModels(classifier, FeatureModels.LiveOf(answer.Models, features))
            : null;
    }

    /// <summary>Whether the catalogue is known and has no such model. While nobody can tell, none is missing.</summary>
    public async ValueTask<bool> IsMissingAsync(string model, CancellationToken cancellationToken) =>
        await ResolveAsync(model, Features.None, cancellationToken) is null && Volatile.Read(ref known) is { Models.Count: > 0 };

    /// <summary>Names the catalogue as it is at the moment: the same on every replica, and another after every change of a version.</summary>
    public async ValueTask<string> TagAsync(CancellationToken cancellationToken)
    {
        var answer = Volatile.Read(ref known);
        return (IsFresh(answer) ? answer : await AskAsync(answer, cancellationToken)).Tag;
    }

    /// <summary>A version was promoted: takes over what is said of its model, at once.</summary>
    public void Learn(ModelSummary changed)
    {
        if (Volatile.Read(ref known) is { Models.Count: > 0 } before)
        {
            Volatile.Write(ref known, new Known([.. before.Models.Select(model => model.Name == changed.Name ? changed : model)], time.GetTimestamp()));
        }
    }

    /// <summary>Something has changed: the catalogue is asked the next time.</summary>
    public void Forget() => Volatile.Write(ref known, new Known(Volatile.Read(ref known)?.Models ?? [], At: null));

    public void Dispose() => asking.Dispose();

    private static ModelReference? Find(IReadOnlyList<ModelSummary> models, string model)
    {
        var split = model.IndexOf('@', StringComparison.Ordinal);
        var name = split < 0 ? model : model[..split];
        var found = models.FirstOrDefault(candidate => candidate.Name == name);
        var version = split < 0 ? found?.Version : found?.Versions.FirstOrDefault(one => one.Version == model[(split + 1)..])?.Version;
        return version is null ? null : new ModelReference(name, version);
    }

    private bool IsFresh([NotNullWhen(true)] Known? answer) => answer?.At is { } at && time.GetElapsedTime(at) < Trust;

    /// <summary>Asks the catalogue; whoever comes while somebody asks is content with what is known, unless that is known to be wrong.</summary>
    private async Task<Known> AskAsync(Known? before, CancellationToken cancellationToken)
    {
        if (!await asking.WaitAsync(before?.At is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return before!;
        }

        try
        {
            if (Volatile.Read(ref known) is { At: not null } newer && !ReferenceEquals(newer, before))
            {
                return newer;
            }

            // Somebody may tell of a change while the catalogue answers; its answer may then be older than that.
            before = Volatile.Read(ref known);
            var answer = new Known(await AskOrRepeatAsync(before, cancellationToken), time.GetTimestamp());
            return Interlocked.CompareExchange(ref known, answer, before) is { } now && !ReferenceEquals(now, before) ? now : answer;
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

    /// <param name="Models">What the catalogue said.</param>
    /// <param name="At">When; null if it has changed since.</param>
    private sealed record Known(IReadOnlyList<ModelSummary> Models, long? At)
    {
        private const int TagBytes = 8;

        public string Tag { get; } = TagOf(Models);

        private static string TagOf(IReadOnlyList<ModelSummary> models)
        {
            var versions = models.Select(static model => $"{model.Name}@{model.Version}:{string.Join(',', model.Versions.Select(static one => one.Version))}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', versions))).AsSpan(0, TagBytes));
        }
    }
}
