using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Aspire.Hosting.Orchestration.Processes;

/// <summary>
/// A process in a session of its own that lives no longer than this one: a small guard script holds the other end of a pipe,
/// and the end of this process, however it comes, closes the pipe. See <c>guard.sh</c>.
/// </summary>
internal sealed class GuardedProcess : IDisposable
{
    /// <summary>How long the last lines may take to arrive after the process has ended.</summary>
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(1);

    private static readonly string Guard = ReadGuard();

    private readonly Process process;
    private readonly Task output;

    private GuardedProcess(Process process, Action<string, bool> onLine)
    {
        this.process = process;
        output = Task.WhenAll(ReadAsync(process.StandardOutput, false, onLine), ReadAsync(process.StandardError, true, onLine));
    }

    /// <exception cref="DistributedApplicationException">The process cannot be started.</exception>
    public static GuardedProcess Start(ProcessSpecification specification, Action<string, bool> onLine)
    {
        var input = Encoding.UTF8.GetBytes(specification.StandardInput);
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = specification.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "/bin/sh", "-c", Guard, "guard", input.Length.ToString(CultureInfo.InvariantCulture), specification.FileName },
        };
        foreach (var argument in specification.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment, specification);
        var started = StartProcess(start, specification);
        started.StandardInput.BaseStream.Write(input);
        started.StandardInput.BaseStream.Flush();
        return new GuardedProcess(started, onLine);
    }

    /// <summary>Asks the process to end, and has it killed when it has not ended after the grace period.</summary>
    public void RequestStop(TimeSpan gracePeriod)
    {
        try
        {
            process.StandardInput.WriteLine(Math.Ceiling(gracePeriod.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            process.StandardInput.Close();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The guard has ended before it could read: so has the process.
            return;
        }
    }

    /// <summary>Waits for the end of the process and of everything that it has started.</summary>
    /// <returns>The exit code; 128 and the signal's number where a signal has ended it.</returns>
    public async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None);
        ProcessGroup.Kill(process.Id);
        await Task.WhenAny(output, Task.Delay(OutputPatience, CancellationToken.None));
        return process.ExitCode;
    }

    public void Dispose() => process.Dispose();

    private static void SetEnvironment(IDictionary<string, string?> environment, ProcessSpecification specification)
    {
        foreach (var name in specification.NotInherited)
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in specification.Environment)
        {
            environment[name] = value;
        }
    }

    private static Process StartProcess(ProcessStartInfo start, ProcessSpecification specification)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DistributedApplicationException(
                $"{specification.FileName} cannot be started in {specification.WorkingDirectory}: {exception.Message}", exception);
        }
    }

    private static async Task ReadAsync(StreamReader reader, bool isError, Action<string, bool> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLine(line, isError);
        }
    }

    private static string ReadGuard()
    {
        using var stream = typeof(GuardedProcess).Assembly.GetManifestResourceStream("guard.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
