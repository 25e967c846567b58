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
        foreach (var segment in address.AsSpan().Split('/'))
        {
            if (IsId(WithoutQuery(address.AsSpan()[segment])))
            {
                return string.Join('/', address.Split('/').Select(MaskSegment));
            }
        }

        return address;
    }

    private static string MaskSegment(string segment)
    {
        var path = WithoutQuery(segment);
        return IsId(path) ? Masked + segment[path.Length..] : segment;
    }

    private static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> segment)
    {
        var end = segment.IndexOf('?');
        return end < 0 ? segment : segment[..end];
    }

    private static bool IsId(ReadOnlySpan<char> segment) => segment.Length == IdCharacters && !segment.ContainsAnyExcept(Digits);
}
