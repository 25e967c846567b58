namespace Aspire.Dashboard.Api;

/// <summary>One measurement that leads to its trace.</summary>
internal sealed record ExemplarView(double Time, double Value, string TraceId, string SpanId);
