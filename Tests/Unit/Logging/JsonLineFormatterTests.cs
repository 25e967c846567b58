using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Logging;
using Tests.Logging;
using Xunit;

namespace Tests.Unit.Logging;

public sealed class JsonLineFormatterTests
{
    [Fact]
    public void Write_gives_one_line_with_trace_values_and_exception()
    {
        using var activity = new Activity("sale").Start();
        var line = Write(static log => LoggedLines.Priced(log, "a\nhat", 12.5, new InvalidOperationException("torn")));
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        Assert.Equal("2026-11-26T12:00:00Z", root.GetProperty("timestamp").GetString());
        Assert.Equal(("Warning", "Till", "Priced"), (Text(root, "level"), Text(root, "category"), Text(root, "event")));
        Assert.Equal("Sold a\nhat for 12.5", Text(root, "message"));
        Assert.Equal((activity.TraceId.ToHexString(), activity.SpanId.ToHexString()), (Text(root, "trace_id"), Text(root, "span_id")));
        Assert.Equal(("a\nhat", 12.5), (Text(root.GetProperty("attributes"), "Thing"), root.GetProperty("attributes").GetProperty("Price").GetDouble()));
        Assert.StartsWith("System.InvalidOperationException: torn", Text(root, "exception"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_outside_a_trace_leaves_out_what_is_not_there()
    {
        using var json = JsonDocument.Parse(Write(LoggedLines.Closed));
        Assert.Equal(["timestamp", "level", "category", "event", "message"], json.RootElement.EnumerateObject().Select(static part => part.Name));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static string Write(Action<ILogger> write)
    {
        var log = new Lines();
        write(log);
        return log.Written.ToString();
    }

    /// <summary>Hands what is logged to the formatter, as the console does.</summary>
    private sealed class Lines : ILogger
    {
        private readonly JsonLineFormatter formatter = new(new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero)));

        public StringWriter Written { get; } = new() { NewLine = "\n" };

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> write) =>
            formatter.Write(new LogEntry<TState>(logLevel, "Till", eventId, state, exception, write), scopeProvider: null, Written);
    }
}
