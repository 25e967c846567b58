using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Writes messages as RFC 5424 has them.</summary>
internal sealed class SyslogFormat
{
    private const int LongestHost = 255;
    private const int LongestApplication = 48;
    private const int LongestEvent = 32;
    private const int LongestName = 32;
    private const int LongestValue = 256;
    private const int SeverityBits = 8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    private readonly string sender;
    private readonly int facility;
    private readonly int enterprise;
    private readonly int maximumBytes;

    /// <param name="options">The settings.</param>
    /// <param name="application">The name of this service.</param>
    public SyslogFormat(SyslogOptions options, string application)
    {
        (facility, enterprise, maximumBytes) = ((int)options.Facility, options.EnterpriseNumber, options.UsedBytes);
        var name = SyslogText.Field(options.ApplicationName ?? application, LongestApplication);
        sender = string.Create(
            CultureInfo.InvariantCulture, $"{SyslogText.Field(Environment.MachineName, LongestHost)} {name} {Environment.ProcessId}");
    }

    /// <summary>The message as bytes, no more than are allowed: the text is cut, and of the data the values go first.</summary>
    public byte[] Write(SyslogEntry entry)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"<{(facility * SeverityBits) + SeverityOf(entry.Level)}>1 {entry.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ} {sender} {EventOf(entry.Event)} {Origin(entry)}");
        var attributes = Attributes(entry.Attributes);
        var room = maximumBytes - Utf8.GetByteCount(head) - 1 - Utf8.Preamble.Length;
        if (Utf8.GetByteCount(attributes) > room / 2)
        {
            attributes = string.Empty;
        }

        var text = entry.Exception is null ? entry.Message : $"{entry.Message} {entry.Exception}";
        return [.. Utf8.GetBytes($"{head}{attributes} "), .. Utf8.Preamble, .. Cut(SyslogText.Message(text), room - Utf8.GetByteCount(attributes))];
    }

    private static int SeverityOf(LogLevel level) => level switch
    {
        LogLevel.Critical => 2,
        LogLevel.Error => 3,
        LogLevel.Warning => 4,
        LogLevel.Information => 6,
        _ => 7,
    };

    private static string EventOf(EventId happened) => SyslogText.Field(
        happened.Name ?? (happened.Id == 0 ? null : happened.Id.ToString(CultureInfo.InvariantCulture)), LongestEvent);

    private static string Parameter(string name, string value) =>
        $" {SyslogText.Name(name, LongestName)}=\"{SyslogText.Value(value.Length > LongestValue ? value[..LongestValue] : value)}\"";

    /// <summary>Cuts between two characters, never within one.</summary>
    private static ReadOnlySpan<byte> Cut(string text, int bytes)
    {
        var encoded = Utf8.GetBytes(text);
        var end = Math.Min(encoded.Length, Math.Max(bytes, 0));
        while (end > 0 && end < encoded.Length && (encoded[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return encoded.AsSpan(0, end);
    }

    private string Origin(SyslogEntry entry)
    {
        var origin = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"[origin@{enterprise}"));
        if (entry.Trace != default)
        {
            origin.Append(Parameter("trace_id", entry.Trace.TraceId.ToHexString())).Append(Parameter("span_id", entry.Trace.SpanId.ToHexString()));
        }

        origin.Append(Parameter("category", entry.Category));
        if (entry.Exception is { } exception)
        {
            origin.Append(Parameter("exception", exception.GetType().FullName!));
        }

        return origin.Append(']').ToString();
    }

    private string Attributes(IReadOnlyList<KeyValuePair<string, string>> attributes) => attributes.Count == 0
        ? string.Empty
        : string.Create(
            CultureInfo.InvariantCulture,
            $"[attributes@{enterprise}{string.Concat(attributes.Select(static attribute => Parameter(attribute.Key, attribute.Value)))}]");
}
