using Contracts;

namespace Vision.Classifiers;

/// <summary>What became of a version that was trained.</summary>
/// <param name="Model">The version.</param>
/// <param name="Promoted">Whether it is live.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record InstalledVersion(ModelReference Model, bool Promoted, string Reason);
