using Microsoft.AspNetCore.Localization;

namespace WebFrontend.Localization;

/// <summary>
/// The language that a browser asks for. The framework's own provider finds <c>zh</c> for <c>zh-CN</c> by culture data, which
/// this process does not carry; here the first part of a language tag decides.
/// </summary>
internal static class AcceptedLanguage
{
    public static Task<ProviderCultureResult?> FindAsync(HttpContext context)
    {
        var found = context.Request.GetTypedHeaders().AcceptLanguage
            .Where(static accepted => accepted.Quality is not 0)
            .OrderByDescending(static accepted => accepted.Quality ?? 1)
            .Select(static accepted => accepted.Value.ToString().Split('-')[0])
            .FirstOrDefault(Languages.Names.ContainsKey);
        return Task.FromResult(found is null ? null : new ProviderCultureResult(found));
    }
}
