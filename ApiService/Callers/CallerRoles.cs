using System.Collections.Frozen;

namespace ApiService.Callers;

/// <summary>What an API key may be allowed to do.</summary>
internal static class CallerRoles
{
    public const string Analyze = "analyze";
    public const string Admin = "admin";

    public static readonly FrozenSet<string> All = FrozenSet.Create(StringComparer.Ordinal, Analyze, Admin);
}
