using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>Models that lose a file between the list of them and the moment in which they are stored.</summary>
public sealed class UnsteadyModelsTests
{
    [Fact]
    public async Task Backup_of_models_that_change_is_taken_again_and_given_up_when_they_do_not_rest()
    {
        await using var site = await BackupSite.StartAsync();
        await site.WrapAsync("restic", $"""
            #!/bin/sh
            [ "$1" != backup ] || rm -f "$(ls -d {site.Models}/things/spare-* 2>/dev/null | head -n 1)"
            exec REAL "$@"

            """);
        await site.WriteAsync("models/things/spare-1", "1");
        var run = await site.BackUpAsync();
        Assert.Contains("Attempt 1: Not everything could be stored", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Attempt 2", run.Output, StringComparison.Ordinal);
        Assert.Single(await site.SnapshotsAsync());
        var success = site.Metric("vision_backup_last_success_timestamp_seconds");

        foreach (var number in Enumerable.Range(1, 3))
        {
            await site.WriteAsync($"models/things/spare-{number}", "1");
        }

        var (code, output) = await site.RunAsync("deploy/backup/backup.sh", []);
        Assert.True(code == 1, output);
        Assert.Contains("No snapshot is kept.", output, StringComparison.Ordinal);
        Assert.Single(await site.SnapshotsAsync());
        Assert.Equal(success, site.Metric("vision_backup_last_success_timestamp_seconds"));
    }
}
