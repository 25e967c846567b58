namespace Aspire.Dashboard.Api;

/// <summary>How many spans of a trace belong to a service.</summary>
internal sealed record SpanCount(string Resource, int Count, int Errors);
