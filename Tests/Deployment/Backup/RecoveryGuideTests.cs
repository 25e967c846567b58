using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>The guide to recovery does what it says, in the order in which it says it.</summary>
public sealed partial class RecoveryGuideTests
{
    private const string Guide = "docs/disaster-recovery.md";

    [Fact]
    public async Task Commands_of_the_guide_succeed_one_after_the_other()
    {
        await using var site = await BackupSite.StartAsync();
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Guide), TestContext.Current.CancellationToken);
        var commands = string.Concat(BashBlock().Matches(guide).Select(static block => block.Groups["script"].Value));
        Assert.Contains("deploy/backup/configuration.sh restore current", commands, StringComparison.Ordinal);

        // The scripts are in the repository, and what is restored is not to be left there.
        var script = commands.Replace("deploy/backup/", $"{Repository.Root}/deploy/backup/", StringComparison.Ordinal);
        var (code, output) = await site.RunAsync("bash", [], "-euo", "pipefail", "-c", $"cd '{site.At(string.Empty)}'\n{script}");
        Assert.True(code == 0, output);
        Assert.Contains("\nthe same\n", output, StringComparison.Ordinal);
        Assert.Equal(FolderContents.Of(site.Models), FolderContents.Of(site.At("restored/models")));
        Assert.Equal(FolderContents.Of(site.Configuration), FolderContents.Of(site.At("restored/files")));
    }

    [Fact]
    public void Messages_that_the_guide_to_the_alert_explains_are_those_of_the_script()
    {
        var operations = File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));
        var script = File.ReadAllText(Path.Combine(Repository.Root, "deploy/backup/backup.sh")) + " wrong password or no key found";
        var section = operations.Split("### BackupTooOld\n")[1];
        var rows = section.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count >= 6);
        Assert.All(
            rows.SelectMany(static row => Code().Matches(row.Split('|')[1]).Select(static match => match.Groups["text"].Value)),
            message => Assert.Contains(message, script, StringComparison.Ordinal));
    }

    [GeneratedRegex("```bash\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BashBlock();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
