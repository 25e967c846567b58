namespace WebFrontend.Status;

/// <summary>What <c>/health/ready</c> of a service says. The words beside each check are for operators, and not read here.</summary>
internal sealed record HealthReply
{
    public required ServiceState Status { get; init; }

    public required IReadOnlyDictionary<string, Check> Checks { get; init; }

    internal sealed record Check
    {
        public required ServiceState Status { get; init; }
    }
}
