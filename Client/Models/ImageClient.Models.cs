using Contracts;

namespace Client;

public sealed partial class ImageClient
{
    /// <summary>Lists every model that is loaded (<c>GET /api/models</c>).</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>key_required</c>, <c>rate_limited</c> or <c>inference_unavailable</c>.</exception>
    public async Task<IReadOnlyList<ModelSummary>> ListModelsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetAsync("api/models", ContractsJsonContext.Default.ModelList, cancellationToken)).Models;

    /// <summary>Gives one model with its versions (<c>GET /api/models/{name}</c>).</summary>
    /// <param name="name">The model's name, without a version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>model_not_found</c>, <c>rate_limited</c> or <c>inference_unavailable</c>.</exception>
    public Task<ModelSummary> GetModelAsync(string name, CancellationToken cancellationToken = default) =>
        api.GetAsync($"api/models/{Uri.EscapeDataString(name)}", ContractsJsonContext.Default.ModelSummary, cancellationToken);

    /// <summary>
    /// Makes a version live on every replica (<c>POST /api/models/{name}/versions/{version}/promote</c>); needs an admin key.
    /// </summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The model as it is then.</returns>
    /// <exception cref="ImageApiException">
    /// <c>key_required</c>, <c>forbidden</c>, <c>model_not_found</c>, or <c>invalid_request</c> where the version cannot be loaded or
    /// gives other answers than it should, and the former one stays live.
    /// </exception>
    public Task<ModelSummary> PromoteModelVersionAsync(string name, string version, CancellationToken cancellationToken = default) =>
        api.ReadAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{AddressOf(name, version)}/promote"),
            ContractsJsonContext.Default.ModelSummary, call: null, cancellationToken);

    /// <summary>
    /// Makes the version live again that was live before (<c>POST /api/models/{name}/rollback</c>); needs an admin key.
    /// </summary>
    /// <param name="name">The model's name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The model as it is then.</returns>
    /// <exception cref="ImageApiException">
    /// <c>key_required</c>, <c>forbidden</c>, <c>model_not_found</c>, or <c>invalid_request</c> where no version was live before.
    /// </exception>
    public Task<ModelSummary> RollbackModelAsync(string name, CancellationToken cancellationToken = default) => api.ReadAsync(
        new HttpRequestMessage(HttpMethod.Post, $"api/models/{Uri.EscapeDataString(name)}/rollback"),
        ContractsJsonContext.Default.ModelSummary, call: null, cancellationToken);

    /// <summary>Deletes a version (<c>DELETE /api/models/{name}/versions/{version}</c>); needs an admin key.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException">
    /// <c>key_required</c>, <c>forbidden</c>, <c>model_not_found</c>, or <c>version_live</c>.
    /// </exception>
    public async Task DeleteModelVersionAsync(string name, string version, CancellationToken cancellationToken = default)
    {
        using var response = await api.SendAsync(
            new HttpRequestMessage(HttpMethod.Delete, AddressOf(name, version)), call: null, cancellationToken);
    }

    /// <summary>Lists the classes that a model can tell (<c>GET /api/models/{name}/labels</c>).</summary>
    /// <param name="name">The model's name, without a version.</param>
    /// <param name="containing">Keeps those whose name or id holds this text, in any case; null keeps all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>model_not_found</c>, <c>rate_limited</c> or <c>inference_unavailable</c>.</exception>
    public async Task<IReadOnlyList<LabelDescription>> ListLabelsAsync(
        string name, string? containing = null, CancellationToken cancellationToken = default)
    {
        var query = containing is null ? string.Empty : $"?q={Uri.EscapeDataString(containing)}";
        var address = $"api/models/{Uri.EscapeDataString(name)}/labels{query}";
        return (await api.GetAsync(address, ContractsJsonContext.Default.LabelList, cancellationToken)).Labels;
    }

    private static string AddressOf(string name, string version) =>
        $"api/models/{Uri.EscapeDataString(name)}/versions/{Uri.EscapeDataString(version)}";
}
