using Contracts;

namespace Vision.Models;

/// <summary>Which models answer: those of this process, or of the inference service.</summary>
public interface IModelCatalog
{
    /// <summary>Lists every model that is loaded, in the order of their names.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException">The inference service is away.</exception>
    Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken);
}
