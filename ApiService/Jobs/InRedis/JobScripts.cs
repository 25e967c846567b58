using System.Reflection;

namespace ApiService.Jobs.InRedis;

/// <summary>
/// The changes of jobs, each one Lua script: it happens as a whole or not at all, by the clock of Redis, however many replicas
/// there are. The scripts stand beside this file and share what is in <c>common.lua</c>.
/// </summary>
internal static class JobScripts
{
    private static readonly string Common = Read("common");

    public static readonly string Add = Common + Read("add");
    public static readonly string Begin = Common + Read("begin");
    public static readonly string Cancel = Common + Read("cancel");
    public static readonly string Count = Read("count");
    public static readonly string Leave = Common + Read("leave");
    public static readonly string Renew = Common + Read("renew");
    public static readonly string Report = Common + Read("report");
    public static readonly string Share = Common + Read("share");

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(JobScripts).Namespace}.{name}.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
