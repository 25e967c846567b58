using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A backup that cannot be whole says so, keeps no snapshot, and leaves the metric as it was.</summary>
[Collection<BackedUp>]
public sealed class BackupFaultTests(TwiceBackedUpSite backups)
{
    private const string Script = "deploy/backup/backup.sh";

    private readonly BackupSite site = backups.Site;

    [Theory]
    [InlineData("RESTIC_PASSWORD", "another-key", "wrong password or no key found")]
    [InlineData("REDIS_PASSWORD", "another-password", "gave no snapshot: ")]
    [InlineData("REDIS_HOST", "no-such-host.invalid", "gave no snapshot: ")]
    [InlineData("MODELS", "/no/such/folder", "is its volume mounted?")]
    [InlineData("CONFIGURATION", "/no/such/folder", "The configuration /no/such/folder is not there")]
    [InlineData("METRICS_FOLDER", "/no/such/folder", "The folder /no/such/folder cannot be written to")]
    public Task Backup_with_a_setting_that_is_wrong_fails_and_keeps_nothing(string name, string value, string expected) =>
        FailAsync(name, value, expected);

    [Fact]
    public Task Backup_while_Redis_is_away_fails_and_keeps_nothing() =>
        FailAsync("REDIS_PORT", FreePort.Find().ToString(CultureInfo.InvariantCulture), "Connection refused");

    [Fact]
    public Task Backup_of_models_without_a_file_fails_and_keeps_nothing()
    {
        Directory.CreateDirectory(site.At("empty/.staging"));
        return FailAsync("MODELS", site.At("empty"), "has nothing in it (MODELS): is its volume mounted?");
    }

    [Fact]
    public async Task Backup_of_models_with_a_link_fails_and_keeps_nothing()
    {
        await site.WriteAsync("linked/things/1/model.json", "{}");
        File.CreateSymbolicLink(site.At("linked/things/2"), site.At("models/things/2"));
        await FailAsync("MODELS", site.At("linked"), "things/2 is neither a file nor a folder");
    }

    [Theory]
    [InlineData("RESTIC_PASSWORD")]
    [InlineData("RESTIC_REPOSITORY")]
    public async Task Backup_without_a_setting_that_it_needs_says_how_it_is_used(string name)
    {
        var (code, output) = await site.RunAsync(Script, [(name, string.Empty)]);
        Assert.Equal(2, code);
        Assert.Contains(name, output, StringComparison.Ordinal);
        Assert.Contains("Usage: backup.sh", output, StringComparison.Ordinal);
    }

    private async Task FailAsync(string name, string value, string expected)
    {
        var before = await StateAsync();
        var (code, output) = await site.RunAsync(Script, [(name, value)]);
        Assert.True(code == 1, output);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    private async Task<(string Snapshots, string Metrics)> StateAsync() => (
        string.Join(' ', Directory.EnumerateFiles(Path.Combine(site.RepositoryFolder, "snapshots")).Order(StringComparer.Ordinal)),
        await File.ReadAllTextAsync(site.MetricsFile, TestContext.Current.CancellationToken));
}
