using Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(Tests.Api.Compatibility.CloudClients))]

namespace Tests.Api.Compatibility;

/// <summary>The clouds' own clients in a real node, beside the scripts of <c>Tests/CloudClients</c> and the programs of <c>samples</c>.</summary>
public sealed class CloudClients : IDisposable
{
    private readonly NodeProject project = new(
        Path.Combine(Repository.Root, "samples"), Path.Combine(Repository.Root, "Tests", "CloudClients"));

    public void Dispose() => project.Dispose();

    /// <summary>Runs a script and gives what it prints.</summary>
    internal Task<string> RunAsync(
        string script, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        project.RunAsync("node", [script, .. arguments], environment, TestContext.Current.CancellationToken);

    /// <summary>Runs commands in the folder and gives what they print.</summary>
    internal Task<string> RunShellAsync(string script, IReadOnlyDictionary<string, string> environment) =>
        project.RunAsync("bash", ["-euo", "pipefail", "-c", script], environment, TestContext.Current.CancellationToken);

    /// <summary>Checks a TypeScript file that stands in the folder; fails with what the compiler says.</summary>
    internal Task CheckTypesAsync(string script, string source) => project.CheckTypesAsync(script, source, TestContext.Current.CancellationToken);
}
