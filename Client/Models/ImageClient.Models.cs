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
}
