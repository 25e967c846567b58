using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>In which language to answer. The engine's tags and captions are English.</summary>
internal static class LanguageParameter
{
    private const string Name = "language";
    private const string English = "en";

    public static void Check(IQueryCollection query)
    {
        if (query.TryGetValue(Name, out var language) && !English.Equals(language.ToString(), StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(AzureErrors.NotSupportedLanguage, $"The parameter {Name} may be {English}.");
        }
    }
}
