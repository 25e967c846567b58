using System.Security.Cryptography;

namespace Aspire.Hosting.Orchestration.Instances;

internal static class InstanceId
{
    private const int Length = 8;

    /// <summary>The suffix that tells the replicas of a resource apart.</summary>
    public static string CreateSuffix() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", Length);
}
