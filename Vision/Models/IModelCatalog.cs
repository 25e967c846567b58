using Contracts;

namespace Vision.Models;

/// <summary>Which models answer: those of this process, or of the inference service.</summary>
public interface IModelCatalog
{
    /// <summary>Lists every model that is loaded, in the order of their names.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException">The inference service is away.</exception>
    Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lists the classes of one model's live version, in the order of its outputs.</summary>
    /// <param name="model">The model, as <c>name</c> or <c>name@version</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException">There is no such model, or the inference service is away.</exception>
    Task<IReadOnlyList<LabelDescription>> ListLabelsAsync(string model, CancellationToken cancellationToken);
}
