namespace Aspire.Hosting.Publishing;

/// <summary>A value of the model, written for the place where it is deployed.</summary>
/// <param name="Text">What to write.</param>
/// <param name="IsSecret">Whether a secret is in it, however deep.</param>
/// <param name="IsExpression">Whether the place of deployment has still to fill something in.</param>
internal readonly record struct PublishedValue(string Text, bool IsSecret = false, bool IsExpression = false);
