namespace Contracts;

/// <summary>The answer of <c>GET /api/models/{name}/labels</c>.</summary>
/// <param name="Labels">The classes that were asked for, in the order of the model's outputs.</param>
public sealed record LabelList(IReadOnlyList<LabelDescription> Labels);
