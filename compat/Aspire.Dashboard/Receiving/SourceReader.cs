using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Receiving;

/// <summary>Tells which process something comes from.</summary>
internal static class SourceReader
{
    private const string Unknown = "unknown_service";

    public static TelemetrySource Of(Protocol.Resource.Resource? resource, TelemetryStore store)
    {
        var attributes = resource is null ? [] : Attributes.Of(resource.Attributes);
        return store.Sources.Find(Value("service.name") ?? Unknown, Value("service.instance.id") ?? string.Empty, attributes);

        string? Value(string name) => attributes.FirstOrDefault(attribute => attribute.Name == name).Value is { Length: > 0 } value ? value : null;
    }
}
