using System.Security.Cryptography;
using System.Text;

namespace ApiService.Compatibility.Aws.Signatures;

/// <summary>The key that a secret becomes for one day, region and service.</summary>
internal static class SigningKey
{
    public static byte[] Derive(string secret, CredentialScope scope)
    {
        var date = Sign(Encoding.UTF8.GetBytes($"AWS4{secret}"), scope.Date);
        var region = Sign(date, scope.Region);
        var service = Sign(region, scope.Service);
        return Sign(service, scope.Terminator);
    }

    public static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
