namespace Aspire.Hosting.ApplicationModel;

/// <summary>The suffix of the instance that reads it; only the runner knows it.</summary>
internal sealed class ReplicaInstanceId : IValueProvider, IManifestExpressionProvider
{
    public string ValueExpression => "{instance.id}";

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(null);

    public ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(context.Replica?.InstanceId);
}
