using System.Globalization;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>What comes back, from which snapshot, and to where.</summary>
[Collection<BackedUp>]
public sealed class RestoreTests(TwiceBackedUpSite backups) : IAsyncLifetime
{
    private readonly DirectoryInfo target = Directory.CreateTempSubdirectory("restored-");

    private string Models => Path.Combine(target.FullName, "models");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        target.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Restore_without_a_choice_brings_back_the_latest()
    {
        await SucceedAsync("--models", Models);
        Assert.Equal(backups.LatestModels, FolderContents.Of(Models));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Models, ".*"));
    }

    [Fact]
    public async Task Restore_of_a_snapshot_by_its_id_brings_back_that_one()
    {
        await SucceedAsync("--snapshot", backups.Older, "--models", Models);
        Assert.Equal(backups.OlderModels, FolderContents.Of(Models));
    }

    [Fact]
    public async Task Restore_before_a_time_brings_back_the_newest_that_is_not_later()
    {
        await SucceedAsync("--before", backups.Between.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "--models", Models);
        Assert.Equal(backups.OlderModels, FolderContents.Of(Models));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restore_of_Redis_is_read_by_a_server_that_keeps_its_data_in_either_way(bool appendOnly)
    {
        await using var redis = new SiteRedis(Path.Combine(target.FullName, "redis"));
        await SucceedAsync("--snapshot", backups.Older, "--redis", redis.Folder);
        await redis.StartAsync(appendOnly);
        Assert.Equal("older", await redis.GetAsync("state"));
    }

    [Fact]
    public async Task Restore_into_a_folder_with_something_in_it_is_refused_and_with_force_sets_that_aside()
    {
        Directory.CreateDirectory(Path.Combine(Models, "things", "7"));
        await File.WriteAllTextAsync(Path.Combine(Models, "things", "7", "model.json"), "{}", TestContext.Current.CancellationToken);
        var before = FolderContents.Of(target.FullName);
        var (code, output) = await backups.Site.RestoreAsync("--models", Models, "--redis", Path.Combine(target.FullName, "redis"));
        Assert.Equal(1, code);
        Assert.Contains($"{Models} is not empty", output, StringComparison.Ordinal);
        Assert.Equal(before, FolderContents.Of(target.FullName));

        await SucceedAsync("--models", Models, "--force");
        Assert.Equal(backups.LatestModels, FolderContents.Of(Models));
        var aside = Assert.Single(Directory.EnumerateDirectories(Models, ".before-restore-*"));
        Assert.True(File.Exists(Path.Combine(aside, "things", "7", "model.json")));
    }

    [Fact]
    public async Task Restore_that_is_tried_only_tells_what_it_would_do()
    {
        var output = await SucceedAsync("--models", Models, "--redis", Path.Combine(target.FullName, "redis"), "--dry-run");
        Assert.Contains($"models: 4 files would be restored to {Models}", output, StringComparison.Ordinal);
        Assert.Empty(target.EnumerateFileSystemInfos());
    }

    [Fact]
    public void List_shows_every_snapshot_with_its_time_and_parts()
    {
        Assert.Equal(2, backups.Snapshots.Count);
        Assert.All(backups.Snapshots, static line => Assert.Matches("^[0-9a-f]{8}  20[0-9-]+T[0-9:]+Z  models,configuration,redis$", line));
    }

    [Theory]
    [InlineData(1, "There is no such snapshot", "--snapshot", "0123456789", "--models", "/nowhere")]
    [InlineData(1, "There is no such snapshot", "--before", "2001-01-01", "--models", "/nowhere")]
    [InlineData(2, "'soon enough' is no time.", "--before", "soon enough", "--models", "/nowhere")]
    [InlineData(2, "What is to be restored?", "--force")]
    [InlineData(2, "--models needs a value.", "--models")]
    [InlineData(2, "'--everything' is not known.", "--everything")]
    [InlineData(2, "exclude each other", "--before", "now", "--snapshot", "0123", "--models", "/nowhere")]
    public async Task Restore_of_what_is_not_there_or_not_understood_fails(int expected, string reason, params string[] arguments)
    {
        var (code, output) = await backups.Site.RestoreAsync(arguments);
        Assert.True(code == expected, output);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(expected == 2, output.Contains("Usage: restore.sh", StringComparison.Ordinal));
    }

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var (code, output) = await backups.Site.RestoreAsync(arguments);
        Assert.True(code == 0, output);
        return output;
    }
}
