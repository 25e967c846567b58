using System.Diagnostics;
using System.Globalization;
using Tests.Deployment.BlueGreen.StandIn;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.BlueGreen;

/// <summary><c>deploy/blue-green.sh</c> for one namespace, with the real kubectl and helm, and times that suit a test.</summary>
internal sealed class BlueGreenScript(ClusterNamespace space, string folder)
{
    public static readonly string Chart = Path.Combine(Repository.Root, "Tests/Deployment/BlueGreen/chart");

    private static readonly string Program = Path.Combine(Repository.Root, "deploy/blue-green.sh");

    // Other tests use the processor at the same time; only what a test is about may trip over a latency.
    private static readonly string[] Quickly =
        ["--interval", "0.2s", "--baseline", "0.3s", "--watch", "0.5s", "--timeout", "3s", "--max-latency-ratio", "50"];

    /// <summary>Where the script puts its files.</summary>
    public string TemporaryFolder => Directory.CreateDirectory(Path.Combine(folder, space.Name)).FullName;

    /// <summary>Deploys a version of the test's chart.</summary>
    public Task<(int Code, string Output)> DeployAsync(int version, params string[] options) => RunAsync(Deployment(version, options));

    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var running = new RunningScript(Start(Program, [.. arguments, "--namespace", space.Name]));
        return await running.Ended;
    }

    public async Task<(int Code, string Output)> HelmAsync(params string[] arguments)
    {
        using var running = new RunningScript(Start(DeploymentTool.Helm, [.. arguments, "--namespace", space.Name]));
        return await running.Ended;
    }

    /// <summary>Begins to deploy a version, and waits until it is cut off.</summary>
    public async Task<RunningScript> DeployUntilCutOffAsync(int version, params string[] options)
    {
        var running = new RunningScript(Start("setsid", [Program, .. Deployment(version, options), "--namespace", space.Name]));
        Assert.True(await Task.WhenAny(space.CutOff, running.Ended) == space.CutOff, "The script ended before it could be cut off.");
        return running;
    }

    /// <summary>Deploys a version, and kills the script with all that it has started, so that it cannot tidy up.</summary>
    public async Task DeployAndKillAsync(int version, params string[] options)
    {
        using var running = await DeployUntilCutOffAsync(version, options);
        await running.KillAsync();
    }

    private string[] Deployment(int version, params string[] options)
    {
        var images = NamespaceAssertions.Components.SelectMany(component => new[] { "--set", Image(component, version) });
        return ["deploy", "--chart", Chart, "--api-key-file", Path.Combine(folder, "key"), .. Quickly, .. images, .. options];
    }

    private static string Image(string component, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"parameters.{component}.{component}_image=registry.example/{component}:{version}");

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KUBECONFIG"] = Path.Combine(folder, "kubeconfig");
        start.Environment["KUBECACHEDIR"] = Path.Combine(folder, "cache");
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = TemporaryFolder;
        start.Environment["KUBECTL"] = DeploymentTool.Kubectl;
        start.Environment["HELM"] = DeploymentTool.Helm;
        return Process.Start(start)!;
    }
}
