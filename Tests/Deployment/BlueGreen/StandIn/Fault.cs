namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>What a pod does wrong.</summary>
/// <param name="Delay">How much later it answers.</param>
/// <param name="Status">What it answers instead of the right thing.</param>
internal sealed record Fault(TimeSpan Delay = default, int? Status = null);
