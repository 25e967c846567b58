namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps what another default has generated: a data volume or a client that knows the old password would be locked out by a new one.</summary>
internal sealed class UserSecretsParameterDefault(UserSecretsFile secrets, string parameterName, ParameterDefault inner) : ParameterDefault
{
    /// <summary>What makes the value when there is none yet.</summary>
    public ParameterDefault Inner => inner;

    public override string GetDefaultValue() => secrets.GetOrAdd($"{ParameterConfiguration.Section}:{parameterName}", inner.GetDefaultValue);
}
