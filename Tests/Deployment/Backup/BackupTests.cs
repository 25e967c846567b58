using System.Text;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>Backups that succeed.</summary>
[Collection<BackedUp>]
public sealed class BackupTests(TwiceBackedUpSite backups)
{
    private readonly BackupSite site = backups.Site;

    [Fact]
    public void Backup_after_a_small_change_adds_what_has_changed() =>
        Assert.InRange(backups.LatestBytesAdded, 1, backups.OlderBytesAdded / 20);

    [Fact]
    public async Task Backup_writes_metrics_that_Prometheus_takes()
    {
        var (code, output) = await RunCommand.RunAsync(
            ".", "promtool", await File.ReadAllTextAsync(site.MetricsFile, TestContext.Current.CancellationToken), "check", "metrics");
        Assert.True(code == 0, output);
        Assert.Empty(output);
        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - site.Metric("vision_backup_last_success_timestamp_seconds")!.Value;
        Assert.InRange(age, 0, 600);
        Assert.InRange(site.Metric("vision_backup_size_bytes")!.Value, 1_000_000, 1_100_000);
        Assert.True(site.Metric("vision_backup_duration_seconds") > 0);
    }

    [Fact]
    public void Backup_leaves_nothing_that_can_be_read_without_the_key()
    {
        var plain = Encoding.UTF8.GetBytes("Deadline__Maximum");
        Assert.All(
            Directory.EnumerateFiles(site.RepositoryFolder, "*", SearchOption.AllDirectories),
            file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(plain)));
        Assert.All(
            Directory.EnumerateFileSystemEntries(site.Temporary), static rest => Assert.EndsWith(".lock", rest, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_while_another_goes_on_harms_neither()
    {
        await using var busy = await BackupSite.StartAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => busy.RunAsync("deploy/backup/backup.sh", [])));
        Assert.Contains(runs, static run => run.Code == 0);
        Assert.All(
            runs.Where(static run => run.Code != 0),
            static run => Assert.Contains("Another backup into this repository goes on.", run.Output, StringComparison.Ordinal));
        Assert.Equal(runs.Count(static run => run.Code == 0), (await busy.SnapshotsAsync()).Count);
        var (code, output) = await busy.RunAsync("restic", [], "check", "--read-data");
        Assert.True(code == 0, output);
    }
}
