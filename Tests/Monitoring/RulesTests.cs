using Tests.Fixtures;
using Xunit;

namespace Tests.Monitoring;

/// <summary>What is shipped for Prometheus, as its own tool sees it.</summary>
public sealed class RulesTests
{
    private const string Folder = "deploy/monitoring";

    [Theory]
    [InlineData("check", "config", "prometheus.yml")]
    [InlineData("test", "rules", "tests/alerts.test.yml", "tests/hours.test.yml")]
    public async Task Promtool_finds_nothing_wrong(params string[] arguments)
    {
        var (code, output) = await RunCommand.RunAsync(Folder, "promtool", string.Empty, arguments);
        Assert.True(code == 0, output);
        Assert.Contains("SUCCESS", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Alert_has_tests_of_both_kinds_and_a_section_that_says_what_to_do()
    {
        var rules = File.ReadAllLines(Path.Combine(Repository.Root, Folder, "rules/alerts.yml"));
        var tests = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, Folder, "tests")).Select(File.ReadAllText));
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));
        var alerts = rules.Where(static line => line.Contains("- alert: ", StringComparison.Ordinal))
            .Select(static line => line.Split(": ")[1]).ToList();
        Assert.True(alerts.Count > 10);
        Assert.All(alerts, alert =>
        {
            var cases = tests.Split($"alertname: {alert}\n").Skip(1).ToList();
            Assert.Contains(cases, static one => one.TrimStart().StartsWith("exp_alerts: []", StringComparison.Ordinal));
            Assert.Contains(cases, static one => one.TrimStart().StartsWith("exp_alerts:\n", StringComparison.Ordinal));
            Assert.Contains($"\n### {alert}\n", guide, StringComparison.Ordinal);
            Assert.Contains(rules, line => line.EndsWith($"docs/operations.md#{alert.ToLowerInvariant()}", StringComparison.Ordinal));
        });
    }
}
