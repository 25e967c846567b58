using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Logging.Syslog;
using Xunit;

namespace Tests.Unit.Logging;

public sealed partial class SyslogFormatTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 26, 12, 30, 15, 123, 456, TimeSpan.FromHours(2));

    [Fact]
    public void Write_of_a_plain_entry_is_a_message_of_RFC_5424()
    {
        var message = Write(new SyslogOptions { ApplicationName = "shop", Facility = SyslogFacility.User }, "Sold.", [KeyValuePair.Create("Thing", "hat")]);
        Assert.Equal(
            $"<14>1 2026-11-26T10:30:15.123456Z {Environment.MachineName} shop {Environment.ProcessId} Sold [origin@32473 category=\"Till\"][attributes@32473 Thing=\"hat\"] \ufeffSold.",
            message);
    }

    [Theory]
    [InlineData(LogLevel.Critical, "<130>")]
    [InlineData(LogLevel.Error, "<131>")]
    [InlineData(LogLevel.Warning, "<132>")]
    [InlineData(LogLevel.Information, "<134>")]
    [InlineData(LogLevel.Debug, "<135>")]
    [InlineData(LogLevel.Trace, "<135>")]
    public void Write_tells_how_grave_it_is(LogLevel level, string expected) =>
        Assert.StartsWith(expected, Write(new SyslogOptions(), "x", [], level), StringComparison.Ordinal);

    [Theory]
    [InlineData(480)]
    [InlineData(481)]
    [InlineData(2048)]
    public void Write_of_whatever_keeps_its_form_and_its_limit(int limit)
    {
        var random = new Random(limit);
        for (var number = 0; number < 500; number++)
        {
            var options = new SyslogOptions { MaximumBytes = limit, ApplicationName = Anything(random, 60) };
            var attributes = Enumerable.Range(0, random.Next(8)).Select(_ => KeyValuePair.Create(Anything(random, 40), Anything(random, 300))).ToList();
            var message = Write(options, Anything(random, 3000), attributes);
            Assert.InRange(Encoding.UTF8.GetByteCount(message), 1, limit);
            Assert.Matches(Form(), message);
            Assert.DoesNotContain(message, static letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
        }
    }

    [GeneratedRegex("""^<\d{1,3}>1 \S+ \S+ [!-~]{1,48} \d+ [!-~]{1,32} (\[(origin|attributes)@32473( [^ ="\]]{1,32}="([^"\\\]]|\\["\\\]])*")*\])+ \ufeff.*$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    private static string Anything(Random random, int longest) => new([.. Enumerable.Range(0, random.Next(longest)).Select(_ => random.Next(4) switch
    {
        0 => "\"\\]= \n\r\0\u007f\u2028"[random.Next(10)],
        1 => (char)random.Next(0xD800, 0xE000),
        2 => (char)random.Next(0x80, 0xD800),
        _ => (char)random.Next(0x21, 0x7F),
    })]);

    private static string Write(
        SyslogOptions options, string text, IReadOnlyList<KeyValuePair<string, string>> attributes, LogLevel level = LogLevel.Information) =>
        Encoding.UTF8.GetString(new SyslogFormat(options, "service").Write(
            new SyslogEntry(Time, level, "Till", new EventId(1, "Sold"), text, attributes, Exception: null, Trace: default)));
}
