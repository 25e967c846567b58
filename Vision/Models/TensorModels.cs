using Contracts;
using Vision.Admission;

namespace Vision.Models;

/// <summary>The networks of this process, for callers who bring tensors of their own.</summary>
public sealed class TensorModels
{
    private readonly ModelRepository repository;
    private readonly AdmissionQueue workers;

    internal TensorModels(ModelRepository repository, AdmissionQueue workers) => (this.repository, this.workers) = (repository, workers);

    /// <summary>Whether all models have been loaded.</summary>
    public bool AreReady => repository.IsLoaded;

    /// <summary>Finds a network; whoever asks disposes of it.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">The version; null for the live one.</param>
    /// <returns>The network; null if there is none, or the model is a head on the embeddings of another one.</returns>
    /// <exception cref="ProblemException"><c>inference_unavailable</c> while the models load.</exception>
    public TensorModel? Find(string name, string? version)
    {
        var use = repository.Use();
        var found = version is null ? use.Models.LiveVersion(name) : use.Models.Version(name, version);
        if (found is { Backbone: null })
        {
            return new TensorModel(found, use, workers);
        }

        use.Dispose();
        return null;
    }
}
