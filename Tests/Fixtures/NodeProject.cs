using System.Diagnostics;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A folder with a <c>package.json</c> and scripts, in a real node: copied and installed once, and only if a test needs it.</summary>
/// <param name="sources">The folders whose files are copied.</param>
internal sealed class NodeProject(params string[] sources) : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"node-project-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim installing = new(1);
    private bool isInstalled;

    /// <summary>Runs a command in the folder and gives its standard output.</summary>
    public async Task<string> RunAsync(
        string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        await InstallAsync(cancellationToken);
        return await StartAsync(command, arguments, environment, cancellationToken);
    }

    /// <summary>Writes a TypeScript file and checks it against the types of the packages; fails with what the compiler says.</summary>
    public async Task CheckTypesAsync(string file, string source, CancellationToken cancellationToken)
    {
        await InstallAsync(cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, file), source, cancellationToken);
        string[] arguments = ["tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "esnext", file];
        await StartAsync("npx", arguments, environment: null, cancellationToken);
    }

    public void Dispose()
    {
        installing.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        await installing.WaitAsync(cancellationToken);
        try
        {
            if (!isInstalled)
            {
                Directory.CreateDirectory(folder);
                foreach (var file in sources.SelectMany(Directory.EnumerateFiles))
                {
                    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
                }

                await StartAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], environment: null, cancellationToken);
                isInstalled = true;
            }
        }
        finally
        {
            installing.Release();
        }
    }

    private async Task<string> StartAsync(
        string command, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {output}{await errors}");
        return output;
    }
}
