using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>The one form into which sender and receiver bring a request before they sign it.</summary>
internal static class CanonicalRequest
{
    /// <summary>Writes all of it but its last line, which is the hash of the body.</summary>
    public static string WithoutBody(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?', 2);
        var text = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(Path(path[0])).Append('\n')
            .Append(Query(path.Length > 1 ? path[1] : string.Empty)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(Header(request.Headers[name])).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').ToString();
    }

    /// <summary>The path as it was sent, without empty and dotted segments, each of which is encoded once more.</summary>
    internal static string Path(string sent)
    {
        var segments = new List<string>();
        foreach (var segment in sent.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                segments.Add(Uri.EscapeDataString(segment));
            }
        }

        var end = segments.Count > 0 && sent.EndsWith('/') ? "/" : string.Empty;
        return $"/{string.Join('/', segments)}{end}";
    }

    /// <summary>The parameters in the order of their encoded names, and of their values where the names are equal.</summary>
    internal static string Query(string sent) => string.Join('&', sent.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static parameter => parameter.Split('=', 2))
        .Select(static parts => (Name: Encode(parts[0]), Value: Encode(parts.Length > 1 ? parts[1] : string.Empty)))
        .OrderBy(static parameter => parameter.Name, StringComparer.Ordinal)
        .ThenBy(static parameter => parameter.Value, StringComparer.Ordinal)
        .Select(static parameter => $"{parameter.Name}={parameter.Value}"));

    /// <summary>The values of a header, without the spaces around them and with one space where there are several.</summary>
    internal static string Header(IEnumerable<string?> values) => string.Join(',', values.Select(static value =>
        string.Join(' ', (value ?? string.Empty).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));

    private static string Encode(string sent) => Uri.EscapeDataString(Uri.UnescapeDataString(sent));
}
