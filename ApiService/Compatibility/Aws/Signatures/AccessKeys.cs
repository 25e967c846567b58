using System.Collections.Frozen;
using ApiService.Callers;
using Microsoft.Extensions.Options;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>
/// The keys of this service as AWS has them: the name is the access key's id, the key is its secret. A key of which only the SHA-256
/// is known cannot verify a signature, and is none here.
/// </summary>
internal sealed class AccessKeys(IOptions<SecurityOptions> options)
{
    private readonly FrozenDictionary<string, string> secrets = options.Value.ApiKeys
        .Where(static key => !string.IsNullOrEmpty(key.Key))
        .ToFrozenDictionary(static key => key.Name, static key => key.Key!, StringComparer.Ordinal);

    /// <summary>The secret of an access key, or null where there is none.</summary>
    public string? SecretOf(string id) => secrets.GetValueOrDefault(id);
}
