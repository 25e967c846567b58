namespace Aspire.Dashboard.Telemetry;

/// <summary>One process that sends telemetry.</summary>
/// <param name="Name">Its <c>service.name</c>; replicas share it.</param>
/// <param name="Instance">Its <c>service.instance.id</c>.</param>
/// <param name="Attributes">Everything that it says of itself.</param>
internal sealed record TelemetrySource(string Name, string Instance, IReadOnlyList<TelemetryAttribute> Attributes);
