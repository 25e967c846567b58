namespace WebFrontend.Status;

/// <summary>What <c>/health/ready</c> of a service says. The words beside each check are for operators, and not read here.</summary>
internal sealed record HealthReply(ServiceState Status, IReadOnlyDictionary<string, HealthReply.Check> Checks)
{
    internal sealed record Check(ServiceState Status);
}
