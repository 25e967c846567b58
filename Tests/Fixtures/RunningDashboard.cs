using System.Collections.Concurrent;
using Aspire.Dashboard;
using Aspire.Dashboard.Console;
using Aspire.Dashboard.Resources;

namespace Tests.Fixtures;

/// <summary>A dashboard on ports of its own, whose resources and consoles are what a test makes them.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Resource, string Command)> commands;
    private readonly DashboardServer server;

    private RunningDashboard(DashboardServer server, DashboardResources resources, ConsoleLines console, ConcurrentQueue<(string Resource, string Command)> commands) =>
        (this.server, Resources, Console, this.commands) = (server, resources, console, commands);

    public const string Token = "token-of-the-tests";

    public const string OtlpKey = "key-of-the-tests";

    public Uri Address => server.Frontend;

    /// <summary>The link that logs in.</summary>
    public Uri LoginAddress => new(Address, $"/login?t={Token}");

    public Uri OtlpGrpcEndpoint => server.OtlpGrpc!;

    public Uri OtlpHttpEndpoint => server.OtlpHttp!;

    public DashboardResources Resources { get; }

    public ConsoleLines Console { get; }

    /// <summary>What was asked to be done.</summary>
    public IReadOnlyCollection<(string Resource, string Command)> Commands => commands;

    public static async Task<RunningDashboard> StartAsync(CancellationToken cancellationToken)
    {
        var asked = new ConcurrentQueue<(string Resource, string Command)>();
        var resources = new DashboardResources
        {
            Execute = (resource, command, _) =>
            {
                asked.Enqueue((resource, command));
                return Task.FromResult(new CommandResult(Success: true, Message: null));
            },
        };
        var console = new ConsoleLines(TimeProvider.System);
        var options = new DashboardOptions
        {
            ApplicationName = "Shop",
            Version = "1.2.3",
            Frontend = new Uri("http://127.0.0.1:0"),
            OtlpGrpc = new Uri("http://127.0.0.1:0"),
            OtlpHttp = new Uri("http://127.0.0.1:0"),
            BrowserToken = Token,
            OtlpApiKey = OtlpKey,
        };
        return new RunningDashboard(await DashboardServer.StartAsync(options, resources, console, cancellationToken), resources, console, asked);
    }

    /// <summary>Shows resources, in the place of those of the same names.</summary>
    public void Show(params IEnumerable<DashboardResource> shown)
    {
        foreach (var resource in shown)
        {
            Resources.Update(resource);
        }
    }

    public void WriteLine(string resource, string content, bool isError = false) => Console.Add(resource, content, isError);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
