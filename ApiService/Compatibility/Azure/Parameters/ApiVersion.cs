using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>Which version of Azure's API the caller speaks. The stable ones of Image Analysis 4.0 are the same to its callers.</summary>
internal static class ApiVersion
{
    private const string Name = "api-version";

    /// <summary>The first is what Microsoft's clients send; the second is the newest.</summary>
    private static readonly string[] Supported = ["2023-10-01", "2024-02-01"];

    public static void Check(IQueryCollection query)
    {
        var version = query[Name].ToString();
        if (version.Length == 0)
        {
            throw new ProblemException(AzureErrors.MissingApiVersion, $"The parameter {Name} is required.");
        }

        if (!Supported.Contains(version, StringComparer.Ordinal))
        {
            throw new ProblemException(AzureErrors.UnsupportedApiVersion, $"The parameter {Name} may be {string.Join(" or ", Supported)}.");
        }
    }
}
