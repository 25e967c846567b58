using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.Orchestration.Processes;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Real processes under the real guard.</summary>
public sealed class GuardedProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<string> lines = [];

    [Fact]
    public async Task Start_gives_output_environment_and_exit_code()
    {
        using var process = Start("echo \"$GREETING\"; echo oops >&2; exit 7");
        Assert.Equal(7, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(["hello", "oops"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_keeps_back_what_is_not_to_be_inherited()
    {
        using var process = GuardedProcess.Start(
            new ProcessSpecification("/bin/sh", ["-c", "echo \"${PATH:+path} ${HOME:-none}\""], "/")
            {
                Environment = new Dictionary<string, string>(),
                NotInherited = ["HOME"],
            },
            OnLine);
        Assert.Equal(0, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(["path none"], lines);
    }

    [Fact]
    public async Task Start_with_standard_input_hands_it_over_and_closes_it()
    {
        using var process = Start("cat; echo end", "secret\nsecond line");
        Assert.Equal(0, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(["secret", "second line", "end"], lines);
    }

    [Fact]
    public async Task RequestStop_lets_the_process_end_in_order()
    {
        using var process = Start("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        await WaitForLineAsync("ready");
        process.RequestStop(TimeSpan.FromSeconds(10));
        Assert.Equal(3, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(["ready", "bye"], lines);
    }

    [Fact]
    public async Task RequestStop_kills_a_process_that_does_not_end()
    {
        using var process = Start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await WaitForLineAsync("ready");
        process.RequestStop(TimeSpan.FromSeconds(1));
        Assert.Equal(137, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WaitAsync_of_an_ended_process_ends_what_it_has_started()
    {
        using var process = Start("sleep 1000 & echo $!; exit 0");
        await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        var child = int.Parse(lines.Single(), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.IsTrueAsync(() => !ProcessTable.IsRunning(child));
    }

    [Fact]
    public async Task Start_of_a_missing_command_ends_with_127()
    {
        using var process = GuardedProcess.Start(
            new ProcessSpecification("/no/such/command", [], "/") { Environment = new Dictionary<string, string>() }, OnLine);
        Assert.Equal(127, await process.WaitAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Start_in_a_missing_folder_says_so()
    {
        var specification = new ProcessSpecification("/bin/true", [], "/no/such/folder") { Environment = new Dictionary<string, string>() };
        var exception = Assert.Throws<DistributedApplicationException>(() => GuardedProcess.Start(specification, OnLine));
        Assert.Contains("/no/such/folder", exception.Message, StringComparison.Ordinal);
    }

    private GuardedProcess Start(string script, string input = "") => GuardedProcess.Start(
        new ProcessSpecification("/bin/sh", ["-c", script], Path.GetTempPath())
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["GREETING"] = "hello" },
            StandardInput = input,
        },
        OnLine);

    private void OnLine(string line, bool isError) => lines.Enqueue(line);

    private Task WaitForLineAsync(string line) => Eventually.IsTrueAsync(() => lines.Contains(line, StringComparer.Ordinal));
}
