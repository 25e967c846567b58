using System.Text.Json.Serialization.Metadata;
using Contracts;
using Vision.Models;

namespace ApiService.Inference;

/// <summary>Asks the inference service for its models.</summary>
internal sealed class RemoteModelCatalog(HttpClient client) : IModelCatalog
{
    public Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken) => RemoteCall.RunAsync(
        async () => (await GetAsync("/v1/models", ContractsJsonContext.Default.ModelList, cancellationToken)).Models, cancellationToken);

    public Task<IReadOnlyList<LabelDescription>> ListLabelsAsync(string model, CancellationToken cancellationToken)
    {
        var address = $"/v1/models/{Uri.EscapeDataString(model)}/labels";
        return RemoteCall.RunAsync(
            async () => (await GetAsync(address, ContractsJsonContext.Default.LabelList, cancellationToken)).Labels, cancellationToken);
    }

    private async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(address, cancellationToken);
        await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw RemoteCall.Unavailable();
    }
}
