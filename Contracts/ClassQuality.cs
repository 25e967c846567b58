using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Precision">Share of right answers among the pictures that were taken for it; null where none was.</param>
/// <param name="Recall">Share of its own pictures that were recognised.</param>
public sealed record ClassQuality(
    string Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Precision,
    double Recall);
