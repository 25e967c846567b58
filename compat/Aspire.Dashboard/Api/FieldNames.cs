namespace Aspire.Dashboard.Api;

/// <summary>What filters may name.</summary>
internal sealed record FieldNames(IReadOnlyList<string> Fields);
