using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Contracts;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>Somebody who uploads, at an address of their own; what they send is what they say and no more, so that it can be wrong.</summary>
internal sealed class TusCaller(HttpClient http, string? key = null)
{
    public const string Route = "/api/uploads";

    public string Address { get; private init; } = new IPAddress([0xFD, .. RandomNumberGenerator.GetBytes(15)]).ToString();

    public HttpClient Http => http;

    public TusCaller At(HttpClient other) => new(other, key) { Address = Address };

    /// <summary>The same address with another key.</summary>
    public TusCaller With(string? otherKey) => new(http, otherKey) { Address = Address };

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body = null, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add("X-Forwarded-For", Address);
        if (key is not null)
        {
            request.Headers.Add(RequestHeaders.ApiKey, key);
        }

        foreach (var (name, value) in headers.DefaultIfEmpty(("Tus-Resumable", "1.0.0")))
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(path.StartsWith(Route, StringComparison.Ordinal) ? "1.0.0" : null, Header(response, "Tus-Resumable"));
        return response;
    }

    public Task<HttpResponseMessage> PostAsync(HttpContent? body, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Post, Route, body, [("Tus-Resumable", "1.0.0"), .. headers]);

    public Task<HttpResponseMessage> PatchAsync(
        string path, long offset, HttpContent body, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Patch, path, body, [("Tus-Resumable", "1.0.0"), ("Upload-Offset", $"{offset}"), .. headers]);

    /// <summary>Begins an upload and gives its path.</summary>
    public async Task<string> CreateAsync(long length)
    {
        using var response = await PostAsync(null, ("Upload-Length", $"{length}"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Continues an upload and gives its new offset.</summary>
    public async Task<long> AppendAsync(string path, long offset, ReadOnlyMemory<byte> bytes)
    {
        using var response = await PatchAsync(path, offset, Bytes(bytes));
        Assert.True(response.StatusCode == HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return OffsetOf(response);
    }

    /// <summary>Uploads an image and gives the id.</summary>
    public async Task<string> UploadAsync(byte[] image)
    {
        var path = await CreateAsync(image.Length);
        Assert.Equal(image.Length, await AppendAsync(path, 0, image));
        return IdOf(path);
    }

    public async Task<long> OffsetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return OffsetOf(response);
    }

    public async Task FailAsync(string path, ErrorCode expected)
    {
        using var response = await SendAsync(HttpMethod.Head, path);
        Assert.Equal(expected.Status, (int)response.StatusCode);
    }

    public async Task<HttpResponseMessage> AnalyzeAsync(string id) =>
        await SendAsync(HttpMethod.Post, Requests.Route, Requests.Json($$"""{"upload":"{{id}}"}"""), []);

    public static HttpContent Bytes(ReadOnlyMemory<byte> bytes)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new("application/offset+octet-stream");
        return content;
    }

    public static (string Name, string Value) Sha256(ReadOnlySpan<byte> bytes) =>
        ("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes))}");

    public static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public static long OffsetOf(HttpResponseMessage response) => long.Parse(Header(response, "Upload-Offset")!, CultureInfo.InvariantCulture);

    public static string IdOf(string path) => path[(Route.Length + 1)..];
}
