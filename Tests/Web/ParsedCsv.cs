using System.Text;

namespace Tests.Web;

/// <summary>Reads comma-separated values by RFC 4180, strictly: what is not by its rules is an error.</summary>
internal static class ParsedCsv
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            line.Add(ReadCell(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            if (text[at] != '\r' || text[at + 1] != '\n')
            {
                throw new FormatException($"A line does not end at {at}.");
            }

            at += 2;
            lines.Add(line);
            line = [];
        }

        return line.Count == 0 ? lines : throw new FormatException("The last line does not end.");
    }

    private static string ReadCell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (text[at] != '"')
        {
            for (; text[at] is not (',' or '\r'); at++)
            {
                cell.Append(text[at] is '"' or '\n' ? throw new FormatException($"Not quoted at {at}.") : text[at]);
            }

            return cell.ToString();
        }

        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            cell.Append(text[at]);
            at += text[at] == '"' ? 1 : 0;
        }

        at++;
        return cell.ToString();
    }
}
