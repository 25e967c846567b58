using Contracts;

namespace Client;

public sealed partial class ImageClient
{
    /// <summary>
    /// Has a classifier trained on examples (<c>POST /api/classifiers</c>), which needs a key with the role <c>admin</c>. It becomes a
    /// new version of the model, which is live if it is good enough.
    /// </summary>
    /// <param name="name">The classifier's name: 1 to 64 letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="examples">At least five different pictures of each of at least two classes; read once, as they are sent.</param>
    /// <param name="idempotencyKey">The caller's own name for this request: sent again with the same examples, it gives the same job.</param>
    /// <param name="cancellationToken">Ends the call; a job that was made stays.</param>
    /// <returns>The job, which <see cref="WaitForJobAsync"/> waits for; <see cref="JobResults.GetTraining"/> gives its result.</returns>
    /// <exception cref="ImageApiException">
    /// <c>invalid_request</c>, <c>invalid_image</c>, <c>image_too_large</c>, <c>image_dimensions</c>, <c>key_required</c>,
    /// <c>forbidden</c>, <c>upload_not_found</c>, <c>idempotency_mismatch</c> or <c>overloaded</c>.
    /// </exception>
    public Task<Job> TrainClassifierAsync(
        string name, IEnumerable<ClassifierExample> examples, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/classifiers") { Content = new ClassifierContent(name, examples) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add(RequestHeaders.IdempotencyKey, idempotencyKey);
        }

        return api.ReadAsync(request, ContractsJsonContext.Default.Job, call: null, cancellationToken);
    }
}
