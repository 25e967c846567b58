using System.Diagnostics;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>The commands of <c>docs/custom-classifiers.md</c>, one after the other as they stand.</summary>
public sealed class ClassifierDocumentTests
{
    private const string DocumentedAddress = "http://localhost:8080";

    [Fact]
    public async Task Run_of_the_documented_commands_trains_promotes_uses_and_rolls_back()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var api = await ClassifierProcess.StartAsync(models.Root);
        var folder = Directory.CreateTempSubdirectory("examples-").FullName;
        try
        {
            Write(folder, "cup", "coffee.jpg");
            Write(folder, "space ship", "rocket.jpg");
            var output = await RunAsync(folder, api.Client.BaseAddress!.ToString().TrimEnd('/'));
            Assert.Contains("""{"status":"succeeded","progress":1}""", output);
            Assert.Contains("""{"name":"things","version":"2"}""", output);
            Assert.Contains(output, line => line.StartsWith("""{"model":{"name":"things","version":"2"},"labels":[{"id":"cup","name":"cup",""", StringComparison.Ordinal));
            Assert.Equal(["1", "2", "1"], output.TakeLast(3));
            Assert.Equal(["1"], models.VersionsOf("things"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string label, string photo)
    {
        Directory.CreateDirectory(Path.Combine(folder, "examples", label));
        foreach (var (picture, number) in PhotoVariants.Of(photo, 6).Select((picture, number) => (picture, number)))
        {
            File.WriteAllBytes(Path.Combine(folder, "examples", label, $"{number}.jpg"), picture);
        }
    }

    private static async Task<string[]> RunAsync(string folder, string address)
    {
        var script = string.Concat(DocumentedScripts.Of("docs/custom-classifiers.md"));
        var start = new ProcessStartInfo(
            "bash", ["-euo", "pipefail", "-c", script.Replace(DocumentedAddress, address, StringComparison.Ordinal)])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ADMIN_KEY"] = ClassifierProcess.AdminKey },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"The commands ended with {process.ExitCode}: {output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
