using ApiService.Inference;
using Contracts;
using Vision.Models;

namespace ApiService.Models;

/// <summary>Has the inference service change its models.</summary>
internal sealed class RemoteModelAdministration(HttpClient client) : IModelAdministration
{
    public Task<ModelSummary> PromoteAsync(string name, string version, CancellationToken cancellationToken) =>
        PostAsync($"{AddressOf(name, version)}/promote", cancellationToken);

    public Task<ModelSummary> RollbackAsync(string name, CancellationToken cancellationToken) =>
        PostAsync($"/v1/models/{Uri.EscapeDataString(name)}/rollback", cancellationToken);

    public Task DeleteAsync(string name, string version, CancellationToken cancellationToken) => RemoteCall.RunAsync(
        async () =>
        {
            using var response = await client.DeleteAsync(AddressOf(name, version), cancellationToken);
            await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
            return true;
        },
        cancellationToken);

    private static string AddressOf(string name, string version) =>
        $"/v1/models/{Uri.EscapeDataString(name)}/versions/{Uri.EscapeDataString(version)}";

    private Task<ModelSummary> PostAsync(string address, CancellationToken cancellationToken) => RemoteCall.RunAsync(
        async () =>
        {
            using var response = await client.PostAsync(address, content: null, cancellationToken);
            await RemoteCall.ThrowOnProblemAsync(response, cancellationToken);
            return await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.ModelSummary, cancellationToken)
                ?? throw RemoteCall.Unavailable();
        },
        cancellationToken);
}
