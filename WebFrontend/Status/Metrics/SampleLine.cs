using System.Globalization;
using System.Text;

namespace WebFrontend.Status.Metrics;

/// <summary>One line of Prometheus' text format: <c>name{label="value",…} number time</c>; labels and time may be missing.</summary>
internal static class SampleLine
{
    /// <summary>Reads a line; null for a comment, for what is no sample, and for a number that is not finite.</summary>
    public static Sample? Parse(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny('{', ' ');
        if (end <= 0 || line[0] == '#')
        {
            return null;
        }

        var rest = line[end..];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (rest[0] == '{' && !TryReadLabels(ref rest, labels))
        {
            return null;
        }

        var number = rest.Trim();
        number = number.IndexOf(' ') is var space and >= 0 ? number[..space] : number;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Sample(line[..end].ToString(), labels, value)
            : null;
    }

    private static bool TryReadLabels(ref ReadOnlySpan<char> rest, Dictionary<string, string> labels)
    {
        do
        {
            rest = rest[1..];
            var equals = rest.IndexOf("=\"");
            if (equals <= 0)
            {
                break;
            }

            var name = rest[..equals].ToString();
            rest = rest[(equals + 2)..];
            if (!TryReadValue(ref rest, out var value) || !labels.TryAdd(name, value))
            {
                return false;
            }
        }
        while (rest is [',', ..]);

        var isClosed = rest is ['}', ..];
        rest = isClosed ? rest[1..] : rest;
        return isClosed;
    }

    /// <summary>Reads up to the quotation mark that ends a value, and past it.</summary>
    private static bool TryReadValue(ref ReadOnlySpan<char> rest, out string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < rest.Length; at++)
        {
            switch (rest[at])
            {
                case '"':
                    value = text.ToString();
                    rest = rest[(at + 1)..];
                    return true;
                case '\\' when at + 1 < rest.Length:
                    at++;
                    text.Append(rest[at] == 'n' ? '\n' : rest[at]);
                    break;
                default:
                    text.Append(rest[at]);
                    break;
            }
        }

        value = string.Empty;
        return false;
    }
}
