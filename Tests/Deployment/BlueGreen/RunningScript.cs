using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Tests.Deployment.BlueGreen;

/// <summary>A run of the script.</summary>
internal sealed class RunningScript : IDisposable
{
    private readonly Process process;

    public RunningScript(Process process)
    {
        this.process = process;
        Ended = EndAsync();
    }

    public int Id => process.Id;

    /// <summary>How it ended, and everything that it wrote.</summary>
    public Task<(int Code, string Output)> Ended { get; }

    /// <summary>Ends it, and all that it has started, in a way that leaves no time for anything.</summary>
    public async Task KillAsync()
    {
        using var kill = Process.Start("kill", ["-KILL", "--", string.Create(CultureInfo.InvariantCulture, $"-{Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Ended;
    }

    public void Dispose() => process.Dispose();

    private async Task<(int Code, string Output)> EndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
