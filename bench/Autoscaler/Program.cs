using System.CommandLine;
using Autoscaler.Commands;

var root = new RootCommand("Plays a recorded load to the autoscaler of the chart and tells what callers would see; see bench/README.md.")
{
    SimulateCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
