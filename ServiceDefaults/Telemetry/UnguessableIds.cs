using System.Buffers;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Takes the ids of jobs and uploads out of addresses. Whoever knows one may see the job, and telemetry is read by more people
/// than those.
/// </summary>
internal static class UnguessableIds
{
    /// <summary>128 random bits in hexadecimal.</summary>
    private const int IdCharacters = 32;

    private const string Masked = "{id}";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Gives a path, or an address, with a placeholder for each segment that looks like an id; the same one where none does.</summary>
    public static string Mask(string address)
    {
        if (address.Length < IdCharacters)
        {
            return address;
        }

        var segments = address.Split('/');
        var isMasked = false;
        for (var index = 0; index < segments.Length; index++)
        {
            var end = segments[index].IndexOf('?', StringComparison.Ordinal);
            var segment = end < 0 ? segments[index] : segments[index][..end];
            if (segment.Length == IdCharacters && !segment.AsSpan().ContainsAnyExcept(Digits))
            {
                segments[index] = Masked + segments[index][segment.Length..];
                isMasked = true;
            }
        }

        return isMasked ? string.Join('/', segments) : address;
    }
}
