using Contracts;
using Vision.Models;

namespace ApiService.Inference;

/// <summary>Asks the inference service for its models.</summary>
internal sealed class RemoteModelCatalog(HttpClient client) : IModelCatalog
{
    public Task<IReadOnlyList<ModelSummary>> ListAsync(CancellationToken cancellationToken) =>
        RemoteCall.RunAsync(() => GetAsync(cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<ModelSummary>> GetAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync("/v1/models", cancellationToken);
        await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
        var list = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.ModelList, cancellationToken);
        return list?.Models ?? throw RemoteCall.Unavailable();
    }
}
