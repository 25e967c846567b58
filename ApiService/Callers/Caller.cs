using System.Collections.Frozen;
using System.Globalization;

namespace ApiService.Callers;

/// <summary>Who sends a request: the holder of an API key, or somebody at an address.</summary>
/// <param name="Id">What counts and belongings are kept under.</param>
/// <param name="Roles">The roles of the key; empty for a caller without one.</param>
/// <param name="PermitsPerMinute">The key's own quota; 0 for none; null for a caller without a key.</param>
internal sealed record Caller(string Id, FrozenSet<string> Roles, int? PermitsPerMinute)
{
    public bool HasKey => PermitsPerMinute is not null;

    public static Caller Anonymous(System.Net.IPAddress? address) =>
        new(string.Create(CultureInfo.InvariantCulture, $"address:{Normalized(address)}"), [], PermitsPerMinute: null);

    // The same caller may come over IPv4 and over IPv4 mapped into IPv6.
    private static System.Net.IPAddress? Normalized(System.Net.IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
