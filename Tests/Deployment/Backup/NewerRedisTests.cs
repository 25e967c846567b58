using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A Redis that is newer than the tools of the backup: the cluster has 8, the image of the backup the tools of 7.</summary>
public sealed class NewerRedisTests
{
    /// <summary>What the real command has received is marked with the version that Redis 8 writes, and shortened by some bytes.</summary>
    private const string Receiving = """
        #!/bin/sh
        REAL "$@" || exit
        for file; do :; done
        printf 0013 | dd of="$file" bs=1 seek=5 conv=notrunc status=none
        truncate --size=-"$MISSING" "$file"

        """;

    [Fact]
    public async Task Backup_of_a_version_that_its_tools_cannot_read_is_made_if_it_is_whole()
    {
        await using var site = await BackupSite.StartAsync();
        await site.WrapAsync("redis-cli", Receiving);
        var (code, output) = await site.RunAsync("deploy/backup/backup.sh", [("MISSING", "1")]);
        Assert.True(code == 1, output);
        Assert.Contains("The snapshot of Redis is damaged", output, StringComparison.Ordinal);
        Assert.Null(site.Metric("vision_backup_last_success_timestamp_seconds"));

        await site.BackUpAsync(("MISSING", "0"));
        (code, output) = await site.RestoreAsync("--redis", site.At("restored"));
        Assert.True(code == 0, output);
        var snapshot = await File.ReadAllBytesAsync(site.At("restored/dump.rdb"), TestContext.Current.CancellationToken);
        Assert.Equal("REDIS0013"u8, snapshot.AsSpan(0, 9));
    }
}
