namespace Aspire.Hosting;

/// <summary>Where nothing listens for TLS behind the default https endpoint, an address for it would be tried first, in vain.</summary>
internal static class HttpsDiscovery
{
    public static bool IsVariable(string name) =>
        name.StartsWith("services__", StringComparison.Ordinal) && name.Contains("__https__", StringComparison.Ordinal);
}
