namespace Aspire.Hosting.ApplicationModel;

/// <param name="Characters">Those that are easily taken for one another, such as I and l, are left out by the caller.</param>
/// <param name="IsAllowed">Whether the alphabet takes part.</param>
/// <param name="Minimum">How many of its characters there have to be.</param>
internal readonly record struct PasswordAlphabet(string Characters, bool IsAllowed, int Minimum);
