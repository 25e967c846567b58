namespace Aspire.Dashboard.Api;

/// <summary>One instrument.</summary>
internal sealed record InstrumentView(string Name, string Description, string Unit, string Kind, bool IsMonotonic);
