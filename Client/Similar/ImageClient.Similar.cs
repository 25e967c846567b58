using System.Globalization;
using Contracts;

namespace Client;

public sealed partial class ImageClient
{
    /// <summary>
    /// Finds the images that are most like one, of those that were analysed with <see cref="Features.Embedding"/>
    /// (<c>GET /api/similar/{digest}</c>).
    /// </summary>
    /// <param name="digest">The image, by the digest in its analysis.</param>
    /// <param name="count">How many at most, 1 to 100.</param>
    /// <param name="model">Whose embeddings are compared, as <c>name</c> or <c>name@version</c>; null for the default.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>result_not_found</c>, <c>model_not_found</c>, <c>invalid_request</c> or <c>rate_limited</c>.</exception>
    public Task<SimilarImages> FindSimilarAsync(
        string digest, int count = 10, string? model = null, CancellationToken cancellationToken = default)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?k={count}");
        var suffix = model is null ? string.Empty : $"&model={Uri.EscapeDataString(model)}";
        return api.GetAsync(
            $"api/similar/{Uri.EscapeDataString(digest)}{query}{suffix}", ContractsJsonContext.Default.SimilarImages, cancellationToken);
    }
}
