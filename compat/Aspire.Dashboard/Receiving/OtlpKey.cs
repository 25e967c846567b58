using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Receiving;

/// <summary>Lets telemetry in only with the key that the AppHost gave its services.</summary>
internal sealed class OtlpKey(string? key)
{
    private const string Header = "x-otlp-api-key";

    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(key ?? string.Empty));

    public bool IsGood(HttpRequest request) => key is null || CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[Header].ToString())), expected);
}
