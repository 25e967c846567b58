using System.Globalization;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>Which snapshots are left after a backup.</summary>
public sealed class RetentionTests
{
    /// <summary>How many days before today there was a backup.</summary>
    private static readonly int[] Days = [1, 2, 3, 4, 5, 6, 7, 8, 15, 40, 75, 400];

    [Fact]
    public async Task Backup_keeps_7_daily_4_weekly_and_6_monthly_ones()
    {
        await using var site = await BackupSite.StartAsync();
        await site.WriteAsync("small/file", "of no moment");
        Assert.Equal(0, (await site.RunAsync("restic", [], "init")).Code);
        var today = DateTime.UtcNow;
        foreach (var day in Days)
        {
            await StoreAsync(site, "vision", today.AddDays(-day));
        }

        // What a run has left that was killed.
        await StoreAsync(site, "unfinished", today.AddDays(-2));
        await site.BackUpAsync();
        var kept = (await site.SnapshotsAsync()).Select(static line => line.Split("  ")[1][..10]).ToList();
        Assert.Equal(Expected(today).Select(static day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), kept);
        Assert.Equal(kept.Count, Directory.EnumerateFiles(Path.Combine(site.RepositoryFolder, "snapshots")).Count());
    }

    private static async Task StoreAsync(BackupSite site, string tag, DateTime time)
    {
        var (code, output) = await site.RunAsync(
            "restic", [("TZ", "UTC")], "backup", "--quiet", "--host", "vision", "--tag", tag, "--time",
            time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), site.At("small"));
        Assert.True(code == 0, output);
    }

    /// <summary>The last of each of the last days, weeks and months in which there is one.</summary>
    private static IEnumerable<DateTime> Expected(DateTime today)
    {
        var all = Days.Prepend(0).Select(day => today.AddDays(-day)).ToList();
        return Last(all, 7, static day => day.DayOfYear + (day.Year * 1000))
            .Union(Last(all, 4, static day => ISOWeek.GetWeekOfYear(day) + (ISOWeek.GetYear(day) * 1000)))
            .Union(Last(all, 6, static day => day.Month + (day.Year * 1000)))
            .Order();
    }

    private static IEnumerable<DateTime> Last(IEnumerable<DateTime> all, int count, Func<DateTime, int> period) =>
        all.GroupBy(period).Take(count).Select(static group => group.First());
}
