using System.Text;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Makes any text fit for a part of a message (RFC 5424, 6). Whatever it holds, it stays one line and in its place.</summary>
internal static class SyslogText
{
    private const string Nothing = "-";

    /// <summary>A field of the header: visible ASCII alone, at most so long.</summary>
    public static string Field(string? text, int longest)
    {
        var field = new string([.. (text ?? string.Empty).Where(char.IsAscii).Where(static letter => letter is > ' ' and < '\x7f').Take(longest)]);
        return field.Length == 0 ? Nothing : field;
    }

    /// <summary>The name of a parameter: a field without what would end it.</summary>
    public static string Name(string text, int longest) =>
        Field(new string([.. text.Where(static letter => letter is not ('=' or ']' or '"'))]), longest);

    /// <summary>The value of a parameter.</summary>
    public static string Value(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '"' or '\\' or ']')
            {
                value.Append('\\');
            }

            value.Append(Visible(letter));
        }

        return value.ToString();
    }

    /// <summary>The message itself.</summary>
    public static string Message(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (var index = 0; index < line.Length; index++)
        {
            line[index] = Visible(source[index]);
        }
    });

    // A receiver that writes what it gets would begin a new line, or worse, at the will of whoever chose the text.
    private static char Visible(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter;
}
