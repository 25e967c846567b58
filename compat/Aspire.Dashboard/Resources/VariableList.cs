namespace Aspire.Dashboard.Resources;

/// <summary>The variables of a resource.</summary>
internal sealed record VariableList(IReadOnlyList<ResourceVariable> Variables);
