using System.Diagnostics;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A program that runs to its end.</summary>
internal static class RunCommand
{
    /// <summary>Runs a program in a folder of the repository, with something on its standard input.</summary>
    /// <returns>How it ended, and everything that it wrote.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string folder, string command, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, folder),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
