namespace Aspire.Dashboard.Telemetry;

/// <summary>A name and what it is worth, as text.</summary>
internal readonly record struct TelemetryAttribute(string Name, string Value);
