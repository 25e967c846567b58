using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Pipelines;

/// <summary>What the pipelines call: the scripts that people call, with arguments that these understand.</summary>
public sealed class PipelineCommandTests
{
    private const string TestScript = "./test.sh";

    /// <summary>The programs that a pipeline calls to do its work; everything else prepares the machine.</summary>
    private static readonly string[] Programs = [TestScript, "scripts/", "deploy/", "helm "];

    /// <summary>The variables of both pipelines, so that both say the same when they mean the same.</summary>
    private static readonly string[] Variables =
    [
        "CI_REGISTRY_IMAGE=registry.example/vision", "REGISTRY=registry.example/vision", "registry=registry.example/vision",
        "IMAGE_TAG=0123abc", "GITHUB_SHA=0123abc", "DEPLOY_VALUES=/dev/null",
        $"PATH={DeploymentTool.Folder}:{Environment.GetEnvironmentVariable("PATH")}",
    ];

    [Theory]
    [InlineData(Pipeline.GitLab)]
    [InlineData(Pipeline.GitHub)]
    public async Task Commands_are_there_and_understand_their_arguments(string file)
    {
        foreach (var command in await CommandsAsync(file))
        {
            var program = command.Split(' ')[0];
            if (program.Contains('/', StringComparison.Ordinal))
            {
                Assert.True((await BashAsync($"test -x {program}")).Code == 0, $"{program} is missing or cannot be run.");
            }

            Assert.All(command.Split(' ').Where(static word => word.StartsWith("deploy/", StringComparison.Ordinal)), static path =>
                Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} is missing."));

            // The whole check takes what it is given for the tests (below), and the tools are installed by a script without arguments.
            if (program is not TestScript and not "scripts/install-tools.sh")
            {
                var (code, output) = await BashAsync($"{command} --help");
                Assert.True(code == 0, $"{command}: {output}");
            }
        }
    }

    /// <summary>The tests are asked for the report as the pipelines ask for it; one of them is enough.</summary>
    [Fact]
    public async Task Report_of_the_tests_is_written_where_gitlab_reads_it()
    {
        var pipeline = await Pipeline.ReadAsync(Pipeline.GitLab);
        var report = pipeline.Root.GetProperty("test").GetProperty("artifacts").GetProperty("reports").GetProperty("junit").GetString()!;
        Assert.Equal("artifacts/test-results", Path.GetDirectoryName(report));
        var arguments = pipeline.Lines.Single(static line => line.StartsWith(TestScript, StringComparison.Ordinal))[TestScript.Length..];

        var folder = Directory.CreateTempSubdirectory("report-");
        var (code, output) = await BashAsync(
            "dotnet test --project Tests/Tests.csproj --no-build " +
            $"--results-directory {folder.FullName} {arguments} --filter-method *.{nameof(Both_pipelines_do_the_same)}");
        Assert.True(code == 0, output);
        Assert.Contains("tests=\"1\"", await File.ReadAllTextAsync(
            Path.Combine(folder.FullName, Path.GetFileName(report)), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Both_pipelines_do_the_same()
    {
        var gitLab = await ExpandAsync(Pipeline.GitLab);
        var gitHub = await ExpandAsync(Pipeline.GitHub);
        Assert.Equal(gitLab, gitHub);
        Assert.Equal(
            ["./test.sh", "deploy/blue-green.sh deploy", "deploy/blue-green.sh rollback", "helm upgrade", "scripts/build-images.sh", "scripts/install-tools.sh"],
            gitLab.Select(static words => words[1].StartsWith('-') || words[1].Length == 0 ? words[0] : $"{words[0]} {words[1]}"));
    }

    /// <summary>The commands of a pipeline, each as the words that its shell makes of it; which engine builds is the business of the machine.</summary>
    private static async Task<List<List<string>>> ExpandAsync(string file)
    {
        var expanded = new List<List<string>>();
        foreach (var command in await CommandsAsync(file))
        {
            var (_, output) = await BashAsync($"printf '%s\\n' {command}");
            List<string> words = [.. output.Split('\n').Where(static word => word is not "docker" and not "buildah")];
            expanded.Add(words);
        }

        return expanded;
    }

    private static async Task<IReadOnlyList<string>> CommandsAsync(string file)
    {
        string[] files = file == Pipeline.GitHub ? [file, ".github/actions/cluster/action.yml"] : [file];
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in files)
        {
            lines.UnionWith((await Pipeline.ReadAsync(one)).Lines.Where(static line => Programs.Any(program => line.StartsWith(program, StringComparison.Ordinal))));
        }

        Assert.NotEmpty(lines);
        return [.. lines];
    }

    private static Task<(int Code, string Output)> BashAsync(string command) =>
        RunCommand.RunAsync(".", "env", string.Empty, [.. Variables, "bash", "-euc", command]);
}
