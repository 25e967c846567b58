namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>A call that came through the service proxy, with the colour of the pod that it reached.</summary>
internal sealed record PodCall(string Service, string Color, string Path);
