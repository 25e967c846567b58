using System.Globalization;
using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>What a backup tells others, and what it does not.</summary>
public sealed partial class BackupReportTests(WatchedBackup backup) : IClassFixture<WatchedBackup>
{
    [Fact]
    public void Backup_tells_no_secret_in_its_output_or_to_whoever_lists_processes()
    {
        Assert.All(
            ["restic backup --json", "redis-cli -h 127.0.0.1", "curl --silent"],
            command => Assert.Contains(command, backup.Commands, StringComparison.Ordinal));
        Assert.All(
            [BackupSite.Key, SiteRedis.Password, WatchedBackup.GatewayPassword],
            secret => Assert.DoesNotContain(secret, backup.Output + backup.Commands, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Alert_fires_when_the_figure_of_the_backup_is_too_old_and_not_before()
    {
        await using var prometheus = await PrometheusServer.StartAsync([("backup", backup.Gateway.Address)]);
        await Eventually.IsTrueAsync(async () =>
            (await prometheus.QueryAsync("time() - max(vision_backup_last_success_timestamp_seconds) < 600")).Count == 1);
        Assert.DoesNotContain("BackupTooOld", await prometheus.FiringAsync());

        var old = DateTimeOffset.UtcNow.AddHours(-27).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await backup.Gateway.PushAsync(Time().Replace(backup.Metrics, $"${{name}} {old}"));
        await Eventually.IsTrueAsync(async () => (await prometheus.FiringAsync()).Contains("BackupTooOld"));
    }

    [GeneratedRegex(
        @"^(?<name>vision_backup_last_success_timestamp_seconds) \d+$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();
}
