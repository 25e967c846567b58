using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>One line of the log on its way.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Category">Who wrote it.</param>
/// <param name="Event">Its name or number.</param>
/// <param name="Message">What it says.</param>
/// <param name="Attributes">The values in it, by name.</param>
/// <param name="Exception">What went wrong; null where nothing did.</param>
/// <param name="Trace">The activity that it belongs to.</param>
internal sealed record SyslogEntry(
    DateTimeOffset Time,
    LogLevel Level,
    string Category,
    EventId Event,
    string Message,
    IReadOnlyList<KeyValuePair<string, string>> Attributes,
    Exception? Exception,
    ActivityContext Trace);
