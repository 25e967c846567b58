using System.Globalization;
using System.Security.Cryptography;
using Client.Calls;
using Contracts;

namespace Client;

/// <summary>The requests of the protocol tus 1.0.0.</summary>
internal static class TusRequests
{
    private const string Route = "api/uploads";
    private const string OffsetHeader = "Upload-Offset";

    public static async Task<string> CreateAsync(ApiConnection api, long length, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, Route);
        request.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        request.Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty);
        using var response = await api.SendAsync(request, call: null, cancellationToken);
        return Replies.CreatedId(response);
    }

    /// <summary>Asks how many bytes the service has.</summary>
    public static async Task<long> GetOffsetAsync(ApiConnection api, string id, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await api.SendAsync(Request(HttpMethod.Head, AddressOf(id)), call: null, cancellationToken);
            return OffsetOf(response);
        }
        catch (ImageApiException refusal) when (refusal.Problem.Status == ErrorCodes.UploadNotFound.Status)
        {
            // The reply to a HEAD has no body to say so.
            throw new ImageApiException(refusal.Problem with
            {
                Type = $"/problems/{ErrorCodes.UploadNotFound.Code}",
                Title = ErrorCodes.UploadNotFound.Title,
                Detail = "No upload has this id.",
                Code = ErrorCodes.UploadNotFound.Code,
            });
        }
    }

    /// <summary>Sends bytes with their checksum and gives how many the service has after them.</summary>
    public static async Task<long> AppendAsync(
        ApiConnection api, string id, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Patch, AddressOf(id));
        request.Headers.Add(OffsetHeader, offset.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(bytes.Span))}");
        request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new("application/offset+octet-stream") } };
        using var response = await api.SendAsync(request, call: null, cancellationToken);
        return OffsetOf(response);
    }

    public static async Task DeleteAsync(ApiConnection api, string id, CancellationToken cancellationToken)
    {
        using var response = await api.SendAsync(Request(HttpMethod.Delete, AddressOf(id)), call: null, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address) =>
        new(method, address) { Headers = { { "Tus-Resumable", "1.0.0" } } };

    private static string AddressOf(string id) => $"{Route}/{Uri.EscapeDataString(id)}";

    private static long OffsetOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(OffsetHeader, out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new ImageApiException($"The reply has no {OffsetHeader}.");
}
