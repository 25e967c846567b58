using Contracts;

namespace Vision.Models;

/// <summary>Decides which versions of the models answer: those of this process, or of the inference service.</summary>
public interface IModelAdministration
{
    /// <summary>Makes a version the live one. It takes effect on every process that shares the repository.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The model as it is then.</returns>
    /// <exception cref="ProblemException">
    /// <c>model_not_found</c>; <c>invalid_request</c>: the version cannot be loaded, or does not give the answers of its golden
    /// images, and the former one stays live.
    /// </exception>
    Task<ModelSummary> PromoteAsync(string name, string version, CancellationToken cancellationToken);

    /// <summary>Makes the version live again that was live before.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The model as it is then.</returns>
    /// <exception cref="ProblemException"><c>model_not_found</c>; <c>invalid_request</c>: there is no version before.</exception>
    Task<ModelSummary> RollbackAsync(string name, CancellationToken cancellationToken);

    /// <summary>Deletes a version. Requests that it answers at the moment end well.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProblemException">
    /// <c>model_not_found</c>; <c>version_live</c>: it is the live one, or a classifier stands on it.
    /// </exception>
    Task DeleteAsync(string name, string version, CancellationToken cancellationToken);
}
