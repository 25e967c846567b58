namespace Vision.Models;

/// <summary>
/// Where processes that share a model repository tell each other of changes, by whatever means they have. Without any they find
/// out by looking at the folder, a moment later.
/// </summary>
public sealed class ModelChanges
{
    private readonly ModelRepository repository;

    internal ModelChanges(ModelRepository repository) => this.repository = repository;

    /// <summary>This process has changed the repository.</summary>
    public event EventHandler? Made;

    /// <summary>Takes over what another process has changed.</summary>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    public Task RefreshAsync(CancellationToken cancellationToken) => repository.RefreshAsync(cancellationToken);

    internal void Tell() => Made?.Invoke(this, EventArgs.Empty);
}
