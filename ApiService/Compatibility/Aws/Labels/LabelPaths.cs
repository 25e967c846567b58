using System.Collections.Frozen;
using Contracts;
using Vision.Models;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>The broader terms above the classes of the models that answered last.</summary>
internal sealed class LabelPaths(IModelCatalog catalog)
{
    /// <summary>One model answers; while its versions change two do.</summary>
    private const int MaximumModels = 4;

    private Paths[] known = [];

    /// <summary>Gives, by the id of each class that has any, the terms above it from general to specific.</summary>
    /// <param name="model">The version that answered.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException">The inference service is away.</exception>
    public async ValueTask<FrozenDictionary<string, IReadOnlyList<string>>> OfAsync(ModelReference model, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref known).FirstOrDefault(paths => paths.Model == model) is { } found)
        {
            return found.ById;
        }

        // Two that ask at one time both read them, and one of them is forgotten; nothing is lost by that.
        var read = new Paths(model, await ReadAsync(model, cancellationToken));
        Volatile.Write(ref known, [read, .. Volatile.Read(ref known).Where(paths => paths.Model != model).Take(MaximumModels - 1)]);
        return read.ById;
    }

    private async Task<FrozenDictionary<string, IReadOnlyList<string>>> ReadAsync(ModelReference model, CancellationToken cancellationToken)
    {
        try
        {
            var labels = await catalog.ListLabelsAsync(model.ToString(), cancellationToken);
            return labels.Where(static label => label.Path is not null).DistinctBy(static label => label.Id, StringComparer.Ordinal)
                .ToFrozenDictionary(static label => label.Id, static label => label.Path!, StringComparer.Ordinal);
        }
        catch (ProblemException problem) when (problem.Code == ErrorCodes.ModelNotFound)
        {
            // The answer is a kept one of a version that is gone; its labels are valid, what lies above them is not known any more.
            return FrozenDictionary<string, IReadOnlyList<string>>.Empty;
        }
    }

    private sealed record Paths(ModelReference Model, FrozenDictionary<string, IReadOnlyList<string>> ById);
}
