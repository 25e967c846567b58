using System.Diagnostics;

namespace Load.Systems;

/// <summary>What a process takes of the machine.</summary>
internal sealed class ObservedProcess(string name, Process process) : IDisposable
{
    public string Name { get; } = name;

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public void Dispose() => process.Dispose();
}
