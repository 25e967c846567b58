using System.CommandLine;
using Load.Commands;

var root = new RootCommand("Loads the API service and tells how it bears it; see bench/README.md.")
{
    OverloadCommand.Create(),
    ThroughputCommand.Create(),
    CoalesceCommand.Create(),
    GoalsCommand.Create(),
    ServeCommand.Create(),
    BoundCommand.Create(),
    TextCommand.Create(),
    TelemetryCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
