using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A disk that changes a byte of the repository.</summary>
public sealed class DamagedRepositoryTests
{
    [Fact]
    public async Task Damage_is_found_by_the_next_backup_refused_by_a_restore_and_mended_as_the_guide_says()
    {
        await using var site = await BackupSite.StartAsync();
        await site.BackUpAsync();
        var metrics = await File.ReadAllTextAsync(site.MetricsFile, TestContext.Current.CancellationToken);
        var pack = new DirectoryInfo(Path.Combine(site.RepositoryFolder, "data")).EnumerateFiles("*", SearchOption.AllDirectories)
            .MaxBy(static pack => pack.Length)!;
        await DamageAsync(pack);

        var (code, output) = await site.RunAsync("deploy/backup/backup.sh", [("VERIFY_DAYS", "1")]);
        Assert.True(code == 1, output);
        Assert.Contains("The repository is damaged", output, StringComparison.Ordinal);
        Assert.Contains($"Pack ID does not match, want {pack.Name[..8]}", output, StringComparison.Ordinal);
        Assert.Equal(metrics, await File.ReadAllTextAsync(site.MetricsFile, TestContext.Current.CancellationToken));

        (code, output) = await site.RestoreAsync("--models", site.At("restored"));
        Assert.True(code == 1, output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.At("restored")));
        await MendAsync(site, pack);
    }

    private static async Task MendAsync(BackupSite site, FileInfo pack)
    {
        pack.Delete();
        var (code, output) = await site.RunAsync("restic", [], "rebuild-index");
        Assert.True(code == 0, output);
        (code, output) = await site.RunAsync("deploy/backup/backup.sh", []);
        Assert.True(code == 1, output);
        var snapshots = (await site.SnapshotsAsync()).Select(static line => line.Split(' ')[0]).ToList();
        (code, output) = await site.RestoreAsync("--snapshot", snapshots[0], "--models", site.At("older"));
        Assert.True(code == 1, output);
        Assert.False(Directory.Exists(site.At("older")));
        (code, output) = await site.RestoreAsync(
            "--models", site.At("restored"), "--redis", site.At("data"), "--configuration", site.At("versions"));
        Assert.True(code == 0, output);
        Assert.Equal(FolderContents.Of(site.Models), FolderContents.Of(site.At("restored")));

        (code, output) = await site.RunAsync("restic", [], ["forget", .. snapshots.SkipLast(1)]);
        Assert.True(code == 0, output);
        await site.BackUpAsync(("VERIFY_DAYS", "1"));
    }

    private static async Task DamageAsync(FileInfo pack)
    {
        await RunCommand.RunAsync(".", "chmod", string.Empty, "u+w", pack.FullName);
        await using var stream = pack.Open(FileMode.Open, FileAccess.ReadWrite);
        stream.Position = stream.Length / 2;
        var changed = (byte)(stream.ReadByte() ^ 0xFF);
        stream.Position--;
        stream.WriteByte(changed);
    }
}
