using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration.Processes;

/// <summary>Signals to a process and everything that it has started.</summary>
internal static partial class ProcessGroup
{
    private const int SignalKill = 9;

    /// <summary>Ends what is left of a group; a group that is gone already is no error.</summary>
    public static void Kill(int group) => _ = Signal(-group, SignalKill);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
