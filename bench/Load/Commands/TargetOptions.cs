using System.CommandLine;
using Load.Requests;
using Load.Systems;

namespace Load.Commands;

/// <summary>The options of all commands: which system, and what is sent to it.</summary>
internal sealed class TargetOptions
{
    private readonly Option<string> mode = new("--mode")
    {
        Description = "The processes that are started: remote (two services) or in-process (one).",
        DefaultValueFactory = _ => "remote",
    };

    private readonly Option<Uri?> url = new("--url") { Description = "Address of a running system; nothing is started then." };

    private readonly Option<Uri?> engineUrl = new("--engine-url")
    {
        Description = "With --url: address of the process that runs the engine, if that is another.",
    };

    private readonly Option<int[]> processes = new("--pid")
    {
        Description = "With --url: processes of the system, whose memory and processor time are told.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> query = new("--query")
    {
        Description = "The options of the analysis.",
        DefaultValueFactory = _ => "model=efficientnet-lite0&top=5",
    };

    private readonly Option<string> body = new("--body")
    {
        Description = "The form of the body: raw or json.",
        DefaultValueFactory = _ => "raw",
    };

    public TargetOptions(Command command)
    {
        mode.AcceptOnlyFromAmong("remote", "in-process");
        body.AcceptOnlyFromAmong("raw", "json");
        foreach (var option in new Option[] { mode, url, engineUrl, processes, query, body })
        {
            command.Options.Add(option);
        }
    }

    public async Task<SystemUnderTest> StartAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(url) is { } api)
        {
            return SystemUnderTest.Running(api, arguments.GetValue(engineUrl), arguments.GetRequiredValue(processes));
        }

        return await StartAsync(arguments, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>Starts a system with variables of its own.</summary>
    public Task<SystemUnderTest> StartAsync(
        ParseResult arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var engine = arguments.GetRequiredValue(mode) == "remote" ? EngineMode.Remote : EngineMode.InProcess;
        return SystemUnderTest.StartAsync(engine, settings, cancellationToken);
    }

    public async Task<AnalyzeRequest> RequestAsync(
        ParseResult arguments, SystemUnderTest system, bool isUnique, CancellationToken cancellationToken)
    {
        var form = arguments.GetRequiredValue(body) == "json" ? BodyForm.Json : BodyForm.Raw;
        var address = await system.ResolveAsync(cancellationToken);
        return new AnalyzeRequest(address, arguments.GetRequiredValue(query), form, isUnique, LoadPicture.Create());
    }
}
