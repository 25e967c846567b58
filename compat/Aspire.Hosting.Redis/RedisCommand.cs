using System.Globalization;
using System.Text;

namespace Aspire.Hosting;

/// <summary>The wire form of a command: an array of strings, each preceded by its length in bytes, so nothing needs escaping.</summary>
internal static class RedisCommand
{
    public static byte[] Encode(params ReadOnlySpan<string> words)
    {
        var command = new StringBuilder();
        command.Append(CultureInfo.InvariantCulture, $"*{words.Length}\r\n");
        foreach (var word in words)
        {
            command.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }

        return Encoding.UTF8.GetBytes(command.ToString());
    }
}
