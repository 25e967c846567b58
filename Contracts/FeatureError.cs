namespace Contracts;

/// <summary>Why one feature is missing from an analysis whose other features are valid.</summary>
/// <param name="Feature">The feature's name as in the request.</param>
/// <param name="Code">A stable code of <see cref="ErrorCodes"/>.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record FeatureError(string Feature, string Code, string Detail);
