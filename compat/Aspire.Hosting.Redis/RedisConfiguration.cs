using System.Globalization;
using System.Text;

namespace Aspire.Hosting;

internal static class RedisConfiguration
{
    /// <summary>
    /// A server for this machine only. One that writes snapshots also appends every change to a log at once: the snapshot alone
    /// would lose what came since the last one when the process is killed. The system decides when the log reaches the disk:
    /// while Redis sees to that itself, each second by default, and the disk is busy, it answers before a change is in the log.
    /// </summary>
    public static string Create(string port, RedisDataFolder data, string? password)
    {
        var configuration = new StringBuilder()
            .Append("bind 127.0.0.1 -::1\n")
            .Append(CultureInfo.InvariantCulture, $"port {port}\n")
            .Append(CultureInfo.InvariantCulture, $"dir {Quote(data.Path)}\n")
            .Append("dbfilename dump.rdb\n")
            .Append(CultureInfo.InvariantCulture, $"save {data.Save ?? "\"\""}\n")
            .Append(CultureInfo.InvariantCulture, $"appendonly {(data.Save is null ? "no" : "yes")}\n")
            .Append("appendfsync no\n");
        if (password is not null)
        {
            configuration.Append(CultureInfo.InvariantCulture, $"requirepass {Quote(password)}\n");
        }

        return configuration.ToString();
    }

    /// <summary>Anything but plain ASCII is written as <c>\xHH</c>, so that no password can end its line and add a directive.</summary>
    private static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            if (octet is >= 0x20 and < 0x7F and not (byte)'"' and not (byte)'\\')
            {
                quoted.Append((char)octet);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{octet:x2}");
            }
        }

        return quoted.Append('"').ToString();
    }
}
