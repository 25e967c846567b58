using System.CommandLine;
using Load.Systems;

namespace Load.Commands;

/// <summary>Starts the services as all measurements do, for another program that loads them.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Starts the two services, prints the address of the API service, and serves until it is interrupted.");
        command.SetAction(static (_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var system = await SystemUnderTest.StartAsync(
            EngineMode.Remote, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        await Console.Out.WriteLineAsync(system.Api.OriginalString.AsMemory(), cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
