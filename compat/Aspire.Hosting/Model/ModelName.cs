namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule that names of resources and of endpoints share: it is the intersection of what DNS, Kubernetes and variables allow.</summary>
internal static class ModelName
{
    private const int MaximumLength = 64;

    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    public static void Validate(string kind, string name)
    {
        if (Violation(name) is { } violation)
        {
            throw new ArgumentException($"{kind} name '{name}' is invalid. {violation}", nameof(name));
        }
    }

    private static string? Violation(string name)
    {
        if (name.Length is 0 or > MaximumLength)
        {
            return $"Name must be between 1 and {MaximumLength} characters long.";
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            return "Name must start with an ASCII letter.";
        }

        if (name.Any(static character => !char.IsAsciiLetterOrDigit(character) && character != '-'))
        {
            return "Name must contain only ASCII letters, digits, and hyphens.";
        }

        if (name.Contains("--", StringComparison.Ordinal))
        {
            return "Name cannot contain consecutive hyphens.";
        }

        return name.EndsWith('-') ? "Name cannot end with a hyphen." : null;
    }
}
