namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>A request that has reached the API server; its path is that behind the namespace, such as <c>services/api-service</c>.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Body)
{
    public bool IsReading => Method == "GET";
}
