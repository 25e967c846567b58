namespace Aspire.Dashboard.Api;

/// <summary>One service, and what it has sent.</summary>
internal sealed record TelemetrySourceView(string Name, IReadOnlyList<string> Instances, int Color, int Logs, int Errors, int Spans, int Instruments);
