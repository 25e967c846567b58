using LargeArrays;

/// <summary>What the runtime calls before the program, when DOTNET_STARTUP_HOOKS names this assembly.</summary>
internal static class StartupHook
{
    public static void Initialize() => GC.KeepAlive(new LargeArrayListener());
}
