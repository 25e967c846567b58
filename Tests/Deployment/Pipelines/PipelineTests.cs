using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Pipelines;

/// <summary>The pipelines of GitLab and GitHub: that they are well formed, keep their secrets, and ask before they touch production.</summary>
public sealed partial class PipelineTests
{
    private const string Style = "{extends: default, rules: {line-length: {max: 140}, document-start: disable}}";

    [Theory]
    [InlineData("vendor.gitlab-ci", Pipeline.GitLab)]
    [InlineData("vendor.github-workflows", Pipeline.GitHub)]
    [InlineData("vendor.github-actions", ".github/actions/cluster/action.yml")]
    public async Task Pipeline_is_valid_for_its_schema_and_for_yamllint(string schema, string file)
    {
        var (code, output) = await RunCommand.RunAsync(".", DeploymentTool.CheckJsonSchema, string.Empty, "--builtin-schema", schema, file);
        Assert.True(code == 0, output);
        (code, output) = await RunCommand.RunAsync(".", DeploymentTool.YamlLint, string.Empty, "--strict", "-d", Style, file);
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData(Pipeline.GitLab)]
    [InlineData(Pipeline.GitHub)]
    [InlineData(".github/actions/cluster/action.yml")]
    public async Task Pipeline_has_no_secret_in_clear(string file)
    {
        var pipeline = await Pipeline.ReadAsync(file);
        Assert.DoesNotMatch(KnownSecret(), pipeline.Text);
        Assert.All(Pipeline.Values(pipeline.Root).Where(static value => SecretName().IsMatch(value.Name)), static value =>
            Assert.Matches(Reference(), value.Text));
    }

    /// <summary>What an outsider writes, a branch's name for instance, would be run as a part of the command.</summary>
    [Theory]
    [InlineData(Pipeline.GitHub)]
    [InlineData(".github/actions/cluster/action.yml")]
    public async Task Commands_on_github_have_no_expression_in_them(string file)
    {
        var pipeline = await Pipeline.ReadAsync(file);
        Assert.NotEmpty(pipeline.Lines);
        Assert.All(pipeline.Lines, static line => Assert.DoesNotContain("${{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Actions_on_github_have_a_version_and_jobs_no_more_rights_than_they_need()
    {
        var pipeline = await Pipeline.ReadAsync(Pipeline.GitHub);
        Assert.All(Pipeline.Values(pipeline.Root).Where(static value => value.Name == "uses"), static value =>
            Assert.Matches(PinnedAction(), value.Text));
        Assert.Equal("""{"contents": "read"}""", pipeline.Root.GetProperty("permissions").GetRawText());
        var granted = pipeline.Jobs.Where(static job => job.Value.TryGetProperty("permissions", out _)).ToList();
        Assert.Equal("images", Assert.Single(granted).Name);
        Assert.Equal("""{"contents": "read", "packages": "write"}""", granted[0].Value.GetProperty("permissions").GetRawText());
    }

    [Theory]
    [InlineData("production")]
    [InlineData("rollback")]
    public async Task Production_waits_for_a_person_and_is_not_cut_off(string job)
    {
        var gitHub = (await Pipeline.ReadAsync(Pipeline.GitHub)).Root.GetProperty("jobs").GetProperty(job);
        Assert.Equal("production", gitHub.GetProperty("environment").GetString());
        Assert.False(gitHub.GetProperty("concurrency").GetProperty("cancel-in-progress").GetBoolean());

        var gitLab = (await Pipeline.ReadAsync(Pipeline.GitLab)).Root;
        Assert.Equal("production", gitLab.GetProperty(job).GetProperty("resource_group").GetString());
        Assert.Equal("production", gitLab.GetProperty(job).GetProperty("environment").GetProperty("name").GetString());
        Assert.All(gitLab.GetProperty(job).GetProperty("rules").EnumerateArray(), static rule => Assert.Equal("manual", rule.GetProperty("when").GetString()));
        Assert.False(gitLab.GetProperty(gitLab.GetProperty(job).GetProperty("extends").GetString()!).GetProperty("interruptible").GetBoolean());
    }

    [GeneratedRegex("glpat-|gh[pousr]_|github_pat_|AKIA[0-9A-Z]{16}|BEGIN [A-Z ]*PRIVATE KEY|://[^/ ]*:[^/ ]*@", RegexOptions.NonBacktracking)]
    private static partial Regex KnownSecret();

    [GeneratedRegex("^(TOKEN|CONFIG|VALUES|kubeconfig|values)$|PASSWORD|SECRET", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^\$\{\{ (secrets|inputs)\.\w+ \}\}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\./|^[\w-]+/[\w-]+@v\d+", RegexOptions.NonBacktracking)]
    private static partial Regex PinnedAction();
}
