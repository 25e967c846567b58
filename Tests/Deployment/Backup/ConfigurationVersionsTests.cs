using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>Versions of the configuration, each named by its contents.</summary>
public sealed class ConfigurationVersionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("configuration-");

    private string Source => At("source");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Save_of_the_same_contents_makes_one_version_and_of_others_another()
    {
        await WriteAsync("api/key", "1");
        var first = await SaveAsync();
        Assert.Equal(first, await SaveAsync());
        await WriteAsync("api/key", "2");
        var second = await SaveAsync();
        Assert.Equal(2, new[] { first, second }.Distinct().Count(static digest => digest.Length == 64));
        Assert.Equal([$"* {second}", $"  {first}"], (await ListAsync()).Select(static line => line[..66]));

        await WriteAsync("api/key", "1");
        Assert.Equal(first, await SaveAsync());
        var list = await ListAsync();
        Assert.Equal([$"* {first}", $"  {second}"], list.Select(static line => line[..66]));
        Assert.All(list, static line => Assert.Matches("  20[0-9-]+T[0-9:]+Z +1 bytes +1 files$", line));
    }

    [Fact]
    public async Task Save_of_a_mounted_ConfigMap_keeps_what_its_links_stand_for()
    {
        await WriteAsync("..2026/key", "value");
        File.CreateSymbolicLink(Path.Combine(Source, "..data"), "..2026");
        File.CreateSymbolicLink(Path.Combine(Source, "key"), "..data/key");
        var digest = await SaveAsync();
        Assert.Equal(["key"], Directory.EnumerateFileSystemEntries(At($"store/versions/{digest}")).Select(Path.GetFileName));
        Assert.Equal("==> key <==\nvalue\n", await SucceedAsync("show", "current"));

        await WriteAsync("plain", "value");
        Directory.CreateDirectory(At("copy"));
        File.Move(Path.Combine(Source, "plain"), At("copy/key"));
        Assert.Equal(digest, (await SucceedAsync("save", At("copy/key"))).Trim());
    }

    [Fact]
    public async Task Restore_of_a_version_by_a_part_of_its_digest_writes_its_files()
    {
        await WriteAsync("api/key", "1");
        await WriteAsync(".hidden", "one\n");
        var first = await SaveAsync();
        await WriteAsync("api/key", "2");
        await SaveAsync();
        await SucceedAsync("restore", first[..8], At("target"));
        Assert.Equal("1", await File.ReadAllTextAsync(At("target/api/key"), TestContext.Current.CancellationToken));
        Assert.Equal("one\n", await File.ReadAllTextAsync(At("target/.hidden"), TestContext.Current.CancellationToken));

        await FailAsync(1, "is not empty", "restore", "current", At("target"));
        await SucceedAsync("restore", "current", At("target"), "--force");
        Assert.Equal("2", await File.ReadAllTextAsync(At("target/api/key"), TestContext.Current.CancellationToken));
        Assert.Single(Directory.EnumerateDirectories(At("target"), ".before-restore-*"));
    }

    [Fact]
    public async Task Difference_of_two_versions_is_shown()
    {
        await WriteAsync("api/key", "1\n");
        var first = await SaveAsync();
        await WriteAsync("api/key", "2\n");
        var second = await SaveAsync();
        Assert.Contains("-1\n+2\n", await FailAsync(1, "api/key", "diff", first, second), StringComparison.Ordinal);
        Assert.Empty(await SucceedAsync("diff", first, first));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("added")]
    [InlineData("removed")]
    public async Task Version_whose_contents_are_not_those_of_its_digest_is_refused(string how)
    {
        await WriteAsync("key", "1");
        await WriteAsync("other", "1");
        var digest = await SaveAsync();
        var file = At($"store/versions/{digest}/key");
        await (how == "removed"
            ? Task.Run(() => File.Delete(file), TestContext.Current.CancellationToken)
            : File.AppendAllTextAsync(how == "changed" ? file : $"{file}-too", "0", TestContext.Current.CancellationToken));
        await FailAsync(1, "is damaged", "show", digest);
        await FailAsync(1, "is damaged", "restore", digest, At("target"));
        await FailAsync(1, "is damaged", "save", Source);
        await FailAsync(1, $"! {digest}", "list");
        Assert.False(Directory.Exists(At("target")));
    }

    [Theory]
    [InlineData(2, "is not known")]
    [InlineData(2, "is not known", "forget", "all")]
    [InlineData(2, "What is to be saved?", "save")]
    [InlineData(2, "is no digest", "show", "abc")]
    [InlineData(2, "is no digest", "show", "current")]
    [InlineData(1, "There is no version abcd", "show", "abcd")]
    [InlineData(2, "is no file", "save", "/no/such/file")]
    public async Task Command_that_cannot_be_done_says_why(int code, string reason, params string[] arguments)
    {
        var output = await FailAsync(code, reason, arguments);
        Assert.Equal(code == 2, output.Contains("Usage: configuration.sh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Abbreviation_that_stands_for_several_versions_is_refused()
    {
        Directory.CreateDirectory(At("store/versions/abcd1"));
        Directory.CreateDirectory(At("store/versions/abcd2"));
        await FailAsync(1, "abcd stands for several versions", "show", "abcd");
    }

    private string At(string path) => Path.Combine(folder.FullName, path);

    private async Task WriteAsync(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Source, path))!);
        await File.WriteAllTextAsync(Path.Combine(Source, path), content, TestContext.Current.CancellationToken);
    }

    private async Task<string> SaveAsync() => (await SucceedAsync("save", Source)).Trim();

    private async Task<string[]> ListAsync() => (await SucceedAsync("list")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> SucceedAsync(params string[] arguments) => await FailAsync(0, string.Empty, arguments);

    private async Task<string> FailAsync(int expected, string reason, params string[] arguments)
    {
        var (code, output) = await RunCommand.RunAsync(
            ".", "env", string.Empty, [$"CONFIGURATION_STORE={At("store")}", "deploy/backup/configuration.sh", .. arguments]);
        Assert.True(code == expected, output);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        return output;
    }
}
