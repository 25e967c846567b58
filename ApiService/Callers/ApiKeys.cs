using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ApiService.Callers;

/// <summary>The callers that are known by a key. Keys are held and compared as SHA-256, in constant time.</summary>
internal sealed class ApiKeys(IOptions<SecurityOptions> options)
{
    private readonly (byte[] Hash, Caller Caller)[] known = [.. options.Value.ApiKeys.Select(static key => (HashOf(key), CallerOf(key)))];

    /// <summary>Finds who holds a key, or null.</summary>
    public Caller? Find(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        Caller? found = null;

        // Every key is looked at, so that the time tells nothing.
        foreach (var candidate in known)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, candidate.Hash))
            {
                found = candidate.Caller;
            }
        }

        return found;
    }

    private static byte[] HashOf(ApiKeyOptions key) => string.IsNullOrEmpty(key.Sha256)
        ? SHA256.HashData(Encoding.UTF8.GetBytes(key.Key!))
        : Convert.FromHexString(key.Sha256);

    private static Caller CallerOf(ApiKeyOptions key) => new(
        $"key:{key.Name}",
        key.Roles is [] ? FrozenSet.Create(StringComparer.Ordinal, CallerRoles.Analyze) : key.Roles.ToFrozenSet(StringComparer.Ordinal),
        key.PermitsPerMinute);
}
