using Tests.Deployment.Chart;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>What is shipped, as the tools that check such files see it.</summary>
public sealed class BackupFilesTests
{
    private const string Folder = "deploy/backup";

    public static TheoryData<string> Scripts => ["backup.sh", "restore.sh", "configuration.sh"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task Shellcheck_finds_nothing_wrong(string script) =>
        SucceedAsync("shellcheck", "--external-sources", "--source-path=../..", script);

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Script_that_is_asked_how_it_is_used_says_so(string script)
    {
        var output = await SucceedAsync(At(script), "--help");
        Assert.StartsWith($"Usage: {script}", output, StringComparison.Ordinal);
    }

    [Fact]
    public Task Dockerfile_is_clean() => SucceedAsync(DeploymentTool.Hadolint, "Dockerfile");

    [Fact]
    public void Dockerfile_takes_every_script()
    {
        var copied = File.ReadLines(At("Dockerfile"))
            .Where(static line => line.StartsWith("COPY ", StringComparison.Ordinal)).SelectMany(static line => line.Split(' ')).Select(Path.GetFileName);
        var scripts = Directory.EnumerateFiles(At(string.Empty), "*.sh").Select(static file => Path.GetFileName(file));
        Assert.Empty(scripts.Except(copied, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Restore_job_is_a_job_of_Kubernetes()
    {
        var job = await File.ReadAllTextAsync(At("restore-job.yaml"), TestContext.Current.CancellationToken);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file,
                job.Replace("BACKUP_IMAGE", "registry.example.com/vision/backup:1", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
            await SucceedAsync(DeploymentTool.KubernetesValidate, "--strict", "-k", "1.33", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Restore_job_names_what_the_chart_has()
    {
        var chart = await RenderedChart.CreateAsync();
        var pod = YamlDocuments.Read(await File.ReadAllTextAsync(At("restore-job.yaml"), TestContext.Current.CancellationToken))[0]
            .GetProperty("spec").GetProperty("template").GetProperty("spec");

        var claims = pod.GetProperty("volumes").EnumerateArray()
            .Where(static volume => volume.TryGetProperty("persistentVolumeClaim", out _))
            .Select(static volume => volume.GetProperty("persistentVolumeClaim").GetProperty("claimName").GetString()!);
        Assert.All(claims, claim => chart.Find("PersistentVolumeClaim", claim));
        Assert.All(pod.GetProperty("containers")[0].GetProperty("envFrom").EnumerateArray().SelectMany(static source => source.EnumerateObject()), source =>
            chart.Find(source.Name == "secretRef" ? "Secret" : "ConfigMap", source.Value.GetProperty("name").GetString()!));
    }

    private static string At(string file) => Path.Combine(Repository.Root, Folder, file);

    private static async Task<string> SucceedAsync(string command, params string[] arguments)
    {
        var (code, output) = await RunCommand.RunAsync(Folder, command, string.Empty, arguments);
        Assert.True(code == 0, output);
        return output;
    }
}
