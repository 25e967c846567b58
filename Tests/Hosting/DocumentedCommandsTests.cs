using System.Diagnostics;
using Aspire.Hosting.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting;

/// <summary>The commands of the documentation do what it says.</summary>
public sealed class DocumentedCommandsTests(AppHostFixture fixture)
{
    private const string DocumentedAddress = "http://localhost:8080";

    public static TheoryData<string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (var file in new[] { "README.md", "docs/api.md", "docs/operations.md" })
            {
                foreach (var script in DocumentedScripts.Of(file).Where(static script => script.Contains("curl", StringComparison.Ordinal)))
                {
                    commands.Add(file, script);
                }
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_a_documented_command_succeeds(string file, string script)
    {
        var address = (await fixture.GetAsync()).GetEndpoint("web").ToString().TrimEnd('/');
        var start = new ProcessStartInfo("bash", ["-eo", "pipefail", "-c", script.Replace(DocumentedAddress, address, StringComparison.Ordinal)])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{file}: {script} ended with {process.ExitCode}.");
        Assert.NotEmpty(output);
        if (script.Contains("/api/analyze", StringComparison.Ordinal) && !script.Contains("grep", StringComparison.Ordinal))
        {
            Assert.Contains("\"labels\":[{", output, StringComparison.Ordinal);
        }
    }
}
