using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tests.Api.Compatibility.Aws;

/// <summary>A request to Rekognition, signed here by hand: as clients do that do not tell the body's hash, or as none should.</summary>
internal sealed record SignedRequest(Uri Endpoint, string Body)
{
    public string KeyId { get; init; } = CloudApi.AccessKeyId;

    public string Secret { get; init; } = CloudApi.Secret;

    public string Target { get; init; } = "RekognitionService.DetectLabels";

    public DateTimeOffset Time { get; init; } = DateTimeOffset.UtcNow;

    public string? ScopeDate { get; init; }

    public string Service { get; init; } = "rekognition";

    public string Terminator { get; init; } = "aws4_request";

    public IReadOnlyList<string> SignedHeaders { get; init; } = ["content-type", "host", "x-amz-date", "x-amz-target"];

    /// <summary>What is sent as the hash of the body, if anything.</summary>
    public string? DeclaredHash { get; init; }

    public string Query { get; init; } = string.Empty;

    /// <summary>Makes the request; each sending needs one of its own.</summary>
    public HttpRequestMessage Message()
    {
        var date = Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = "application/x-amz-json-1.1",
            ["host"] = Endpoint.Authority,
            ["x-amz-date"] = date,
            ["x-amz-target"] = Target,
        };
        if (DeclaredHash is not null)
        {
            headers["x-amz-content-sha256"] = DeclaredHash;
        }

        var names = SignedHeaders.Concat(DeclaredHash is null ? [] : ["x-amz-content-sha256"]).Order(StringComparer.Ordinal).ToList();
        var canonical = $"POST\n/\n{Query}\n{string.Concat(names.Select(name => $"{name}:{headers[name]}\n"))}\n{string.Join(';', names)}\n"
            + (DeclaredHash ?? Hash(Body));
        var scope = $"{ScopeDate ?? date[..8]}/eu-central-1/{Service}/{Terminator}";
        var key = new[] { ScopeDate ?? date[..8], "eu-central-1", Service, Terminator }
            .Aggregate(Encoding.UTF8.GetBytes($"AWS4{Secret}"), static (key, text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(
            key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}")));
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(Endpoint, Query.Length > 0 ? $"/?{Query}" : "/")) { Content = new StringContent(Body) };
        message.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        foreach (var (name, value) in headers.Where(static header => header.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={KeyId}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}");
        return message;
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
