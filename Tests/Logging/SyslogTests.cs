using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Logging;

/// <summary>The central log, as a real rsyslog understands it.</summary>
public sealed class SyslogTests(RsyslogServer server) : IClassFixture<RsyslogServer>
{
    private const string Hostile = "first\nsecond\r\0 \"quoted\" ]bracket\\ \u2028 żółw 漢字 \ud800";

    [Theory]
    [InlineData("Udp")]
    [InlineData("Tcp")]
    [InlineData("Tls")]
    [InlineData("Socket")]
    public async Task Log_arrives_whole_and_in_its_parts_by_every_way(string protocol)
    {
        using var activity = new Activity("sale").Start();
        using (var host = new LoggingHost(server.SettingsFor(protocol)))
        {
            LoggedLines.Sold(host.Logger, "an \"umbrella\"]", Hostile);
        }

        var message = await server.FindAsync(message => Text(message, "structured-data").Contains(activity.TraceId.ToHexString(), StringComparison.Ordinal));
        Assert.Equal("Sold an \"umbrella\"] to first second   \"quoted\" ]bracket\\   żółw 漢字 \ufffd", Text(message, "msg").TrimStart('\ufeff'));
        Assert.Equal(("aservice", "16", "4"), (Text(message, "programname"), Text(message, "syslogfacility"), Text(message, "syslogseverity")));
        Assert.Equal((Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "Sold"), (Text(message, "procid"), Text(message, "msgid")));
        var data = Text(message, "structured-data");
        Assert.Contains($"[origin@32473 trace_id=\"{activity.TraceId}\" span_id=\"{activity.SpanId}\" category=\"Shop.Till\"]", data, StringComparison.Ordinal);
        Assert.Contains("[attributes@32473 ", data, StringComparison.Ordinal);
        Assert.Contains(" Thing=\"an \\\"umbrella\\\"\\]\"", data, StringComparison.Ordinal);
        Assert.Contains(" Whom=\"first second", data, StringComparison.Ordinal);
        Assert.True(DateTimeOffset.UtcNow - DateTimeOffset.Parse(Text(message, "timereported"), CultureInfo.InvariantCulture) < TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("Tcp")]
    [InlineData("Socket")]
    public async Task Restart_of_the_receiver_holds_nobody_up_and_loses_nothing(string protocol)
    {
        await using var receiver = await RsyslogServer.StartAsync();
        using var host = new LoggingHost(receiver.SettingsFor(protocol));
        LogLines(host.Logger, "before", count: 1);
        await receiver.FindAsync(static message => Text(message, "msg").Contains("before 0.", StringComparison.Ordinal));
        await receiver.StopAsync();
        LogLines(host.Logger, "between", count: 300);
        await receiver.RestartAsync();
        for (var number = 0; number < 300; number += 99)
        {
            var line = $"between {number}.";
            await receiver.FindAsync(message => Text(message, "msg").Contains(line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Log_to_nobody_drops_what_has_no_room_and_counts_it()
    {
        using var host = new LoggingHost([("Syslog:Protocol", "Socket"), ("Syslog:Path", "/nowhere/log"), ("Syslog:Capacity", "10")]);
        LogLines(host.Logger, "lost", count: 1000);
        var dropped = host.Services.Observe<long>("ServiceDefaults", "vision.syslog.dropped");
        Assert.InRange(dropped["full"], 800, 1000);
        Assert.Equal(0, dropped["unreachable"]);
    }

    [Fact]
    public async Task Send_by_tls_to_whom_nobody_trusts_sends_nothing()
    {
        var strange = Directory.CreateTempSubdirectory("authority-");
        var authority = Path.Combine(strange.FullName, "authority.pem");
        ServerCertificate.Write(authority, Path.Combine(strange.FullName, "unused.pem"), Path.Combine(strange.FullName, "unused.key"));
        using (var host = new LoggingHost(server.SettingsFor("Tls", authority)))
        {
            LogLines(host.Logger, "secret", count: 1);
        }

        strange.Delete(recursive: true);

        Assert.DoesNotContain("secret", server.ReadAll(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_leaves_a_line_with_the_trace_of_its_reply()
    {
        await using var api = await ServiceProcess.StartAsync("ApiService", [("Inference:Mode", "InProcess"), .. server.SettingsFor("Tcp")]);
        using var response = await api.Client.PostAsync(Requests.Route, Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        var trace = response.Headers.GetValues("X-Trace-Id").Single();
        var line = await server.FindAsync(message => Text(message, "structured-data").Contains($"trace_id=\"{trace}\"", StringComparison.Ordinal));
        Assert.Contains("POST /api/analyze answered 200 in ", Text(line, "msg"), StringComparison.Ordinal);
        Assert.Equal("ApiService", Text(line, "programname"));
    }

    private static void LogLines(ILogger logger, string word, int count)
    {
        for (var number = 0; number < count; number++)
        {
            LoggedLines.Counted(logger, word, number);
        }
    }

    private static string Text(JsonElement message, string part) => message.GetProperty(part).GetString() ?? string.Empty;
}
