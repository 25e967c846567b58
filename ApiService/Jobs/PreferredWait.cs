using System.Globalization;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Jobs;

/// <summary>How long a caller prefers to wait for the outcome: <c>Prefer: wait=N</c> (RFC 7240).</summary>
internal static class PreferredWait
{
    public const string Header = "Prefer";
    public const string AppliedHeader = "Preference-Applied";

    private const int LongestSeconds = 60;

    /// <summary>Reads the preference; null if there is none. Others than <c>wait</c> are no concern of ours.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>: not 1 to 60 seconds.</exception>
    public static TimeSpan? Of(HttpRequest request)
    {
        foreach (var preference in request.Headers[Header].SelectMany(static value => value!.Split(',', StringSplitOptions.TrimEntries)))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (!parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // The first of several counts, as the standard says.
            var text = parts.Length == 2 ? parts[1].Trim('"') : string.Empty;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestSeconds
                ? TimeSpan.FromSeconds(seconds)
                : throw InvalidRequest.Of(Header, $"wait takes a whole number of seconds from 1 to {LongestSeconds}.");
        }

        return null;
    }

    public static void Applied(HttpResponse response, TimeSpan wait) =>
        response.Headers[AppliedHeader] = string.Create(CultureInfo.InvariantCulture, $"wait={wait.TotalSeconds:0}");
}
