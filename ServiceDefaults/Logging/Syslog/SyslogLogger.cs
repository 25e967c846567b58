using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Takes what one category writes, and is back at once.</summary>
internal sealed class SyslogLogger(string category, SyslogQueue queue, TimeProvider time) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && queue.HasRoom())
        {
            queue.Add(new SyslogEntry(
                time.GetUtcNow(), logLevel, category, eventId, formatter(state, exception), AttributesOf(state), exception, Activity.Current?.Context ?? default));
        }
    }

    // The values may change once the call is over, so that they become text here.
    private static List<KeyValuePair<string, string>> AttributesOf<TState>(TState state) => state is IReadOnlyList<KeyValuePair<string, object?>> values
        ? [.. values.Where(static value => value.Key != LogTemplate.Name)
            .Select(static value => KeyValuePair.Create(value.Key, Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty))]
        : [];
}
