using System.Text;

namespace Aspire.Hosting;

internal static class EnvironmentVariableName
{
    /// <summary>Makes any name fit for a shell: what is neither letter nor digit becomes an underscore, and no name starts with a digit.</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length + 1);
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
        {
            encoded.Append('_');
        }

        foreach (var character in name)
        {
            encoded.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return encoded.ToString();
    }
}
