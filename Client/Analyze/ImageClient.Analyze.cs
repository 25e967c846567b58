using System.Runtime.CompilerServices;
using Client.Calls;
using Contracts;

namespace Client;

public sealed partial class ImageClient
{
    private const long LargeBodyBytes = 1024 * 1024;

    /// <summary>Tells what is in an image (<c>POST /api/analyze</c>).</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">
    /// What to compute; every one of them is sent. Null leaves all to the service, also its choice of the default model.
    /// </param>
    /// <param name="call">The caches, a deadline, the reply's headers.</param>
    /// <param name="cancellationToken">Ends the call, and with it the work for it.</param>
    /// <exception cref="ImageApiException">
    /// <c>invalid_image</c>, <c>image_too_large</c>, <c>image_dimensions</c>, <c>invalid_request</c>, <c>model_not_found</c>,
    /// <c>upload_not_found</c>, <c>upload_incomplete</c>, <c>key_required</c>, <c>rate_limited</c>, <c>overloaded</c>,
    /// <c>inference_unavailable</c> or <c>deadline_exceeded</c>.
    /// </exception>
    public Task<Analysis> AnalyzeAsync(
        ImageInput image, AnalysisOptions? options = null, CallOptions? call = null, CancellationToken cancellationToken = default) =>
        api.ReadAsync(Post("api/analyze", image.ToContent(), options), ContractsJsonContext.Default.Analysis, call, cancellationToken);

    /// <summary>Tells what is in an image, step by step (<c>POST /api/analyze</c> with server-sent events).</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">What to compute; null leaves all to the service.</param>
    /// <param name="call">The caches, a deadline, the reply's headers.</param>
    /// <param name="cancellationToken">Ends the call, and with it the work for it.</param>
    /// <returns>The updates as they come; the last is <see cref="AnalysisCompleted"/>.</returns>
    /// <exception cref="ImageApiException">As <see cref="AnalyzeAsync"/>, before the first update or after any.</exception>
    public async IAsyncEnumerable<AnalysisUpdate> AnalyzeEventsAsync(
        ImageInput image,
        AnalysisOptions? options = null,
        CallOptions? call = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await api.OpenEventsAsync(Post("api/analyze", image.ToContent(), options), call, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in ApiConnection.Parse<AnalysisUpdate>(stream, AnalysisUpdates.Parse).EnumerateAsync(cancellationToken))
        {
            if (item.Data is { } update)
            {
                yield return update;
                if (update is AnalysisCompleted)
                {
                    yield break;
                }
            }
        }

        throw ApiConnection.EndedEarly();
    }

    /// <summary>Tells what is in several images, each of which may fail alone (<c>POST /api/analyze-batch</c>).</summary>
    /// <param name="images">1 to 16 images. Each counts for the caller's quota.</param>
    /// <param name="options">What to compute of each; null leaves all to the service.</param>
    /// <param name="call">The caches, a deadline, the reply's headers.</param>
    /// <param name="cancellationToken">Ends the call, and with it the work for it.</param>
    /// <returns>An analysis or a problem for each image, in their order.</returns>
    /// <exception cref="ImageApiException">The batch as a whole was refused: as <see cref="AnalyzeAsync"/>.</exception>
    public Task<BatchAnalysis> AnalyzeBatchAsync(
        IReadOnlyList<ImageInput> images,
        AnalysisOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default)
    {
        var request = Post("api/analyze-batch", new BatchContent(images), options);
        return api.ReadAsync(request, ContractsJsonContext.Default.BatchAnalysis, call, cancellationToken);
    }

    /// <summary>Finds an analysis that was made before, in the caches alone (<c>GET /api/results/{digest}</c>).</summary>
    /// <param name="digest">The image's identity: <c>sha256:</c> and 64 hexadecimal digits over its encoded bytes.</param>
    /// <param name="options">The same as when it was made; null stands for those of a call without options.</param>
    /// <param name="call">A deadline, the reply's headers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The analysis; null if none is kept (<c>result_not_found</c>).</returns>
    /// <exception cref="ImageApiException"><c>invalid_request</c>, <c>model_not_found</c>, <c>rate_limited</c> or <c>inference_unavailable</c>.</exception>
    public async Task<Analysis?> FindResultAsync(
        string digest, AnalysisOptions? options = null, CallOptions? call = null, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"api/results/{Uri.EscapeDataString(digest)}{Query(options)}");
        try
        {
            return await api.ReadAsync(request, ContractsJsonContext.Default.Analysis, call, cancellationToken);
        }
        catch (ImageApiException refusal) when (refusal.Problem.Code == ErrorCodes.ResultNotFound.Code)
        {
            return null;
        }
    }

    private static HttpRequestMessage Post(string route, HttpContent image, AnalysisOptions? options)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route + Query(options)) { Content = image };

        // What is refused by its head alone need not be sent; its refusal would be lost when the service cuts the connection.
        request.Headers.ExpectContinue = image.Headers.ContentLength is null or > LargeBodyBytes;
        return request;
    }

    private static string Query(AnalysisOptions? options) => options is null ? string.Empty : AnalysisQuery.Format(options);
}
