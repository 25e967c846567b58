namespace Vision.Classifiers.Training;

/// <summary>Whether a version is to be live.</summary>
/// <param name="Passes">Whether it is.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal readonly record struct GateDecision(bool Passes, string Reason);
