namespace Tests.Deployment.BlueGreen.StandIn;

internal sealed record ObjectKey(ResourceKind Kind, string Namespace, string Name);
