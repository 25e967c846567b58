using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Client.Calls;
using Contracts;

namespace Client;

public sealed partial class ImageClient
{
    /// <summary>Hands an image over to be analysed later (<c>POST /api/analyze-async</c>). With a key it may be sent again without harm.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">What to compute; null leaves all to the service.</param>
    /// <param name="submit">An idempotency key, and how long to wait for the analysis.</param>
    /// <param name="call">The caches, a deadline, the reply's headers.</param>
    /// <param name="cancellationToken">Ends the call; a job that was made stays.</param>
    /// <exception cref="ImageApiException">As <see cref="AnalyzeAsync"/>, and <c>idempotency_mismatch</c>.</exception>
    public async Task<Submission> SubmitAsync(
        ImageInput image,
        AnalysisOptions? options = null,
        SubmitOptions? submit = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default)
    {
        var request = Post("api/analyze-async", image.ToContent(), options);
        if (submit?.IdempotencyKey is { } key)
        {
            request.Headers.Add(RequestHeaders.IdempotencyKey, key);
        }

        if (submit?.Wait is { } wait)
        {
            request.Headers.Add("Prefer", string.Create(CultureInfo.InvariantCulture, $"wait={Math.Ceiling(wait.TotalSeconds)}"));
        }

        using var response = await api.SendAsync(request, call, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            var job = await Replies.ReadAsync(response, ContractsJsonContext.Default.Job, cancellationToken);
            return new Submission(job.Id, job, Analysis: null);
        }

        var analysis = await Replies.ReadAsync(response, ContractsJsonContext.Default.Analysis, cancellationToken);
        return new Submission(Replies.CreatedId(response), Job: null, analysis);
    }

    /// <summary>Tells where a job stands (<c>GET /api/jobs/{id}</c>).</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>job_not_found</c>, <c>rate_limited</c> or <c>overloaded</c>.</exception>
    public Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default) =>
        api.GetAsync($"api/jobs/{Uri.EscapeDataString(id)}", ContractsJsonContext.Default.Job, cancellationToken);

    /// <summary>
    /// Tells every change of a job from the first on, as it happens, up to its final state (<c>GET /api/jobs/{id}/events</c>).
    /// When the connection is cut it is made again, up to six times in a row, and goes on behind the last change that was told.
    /// </summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Ends the call; the job goes on.</param>
    /// <returns>The job after each change; the last has <see cref="Job.IsFinished"/>.</returns>
    /// <exception cref="ImageApiException"><c>job_not_found</c>, <c>rate_limited</c> or <c>overloaded</c>.</exception>
    public async IAsyncEnumerable<Job> FollowJobAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var events = new JobEvents(api, id);
        while (await events.NextAsync(cancellationToken) is { } job)
        {
            yield return job;
            if (job.IsFinished)
            {
                yield break;
            }
        }
    }

    /// <summary>Waits until a job is finished, however that ends, by <see cref="FollowJobAsync"/>.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The finished job; <see cref="JobResults.GetAnalysis"/> gives its analysis.</returns>
    /// <exception cref="ImageApiException"><c>job_not_found</c>, <c>rate_limited</c> or <c>overloaded</c>.</exception>
    public async Task<Job> WaitForJobAsync(string id, CancellationToken cancellationToken = default) =>
        await FollowJobAsync(id, cancellationToken).LastAsync(cancellationToken);

    /// <summary>Asks to end a job that is not finished (<c>DELETE /api/jobs/{id}</c>); its final state is <see cref="JobStatus.Canceled"/>.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The job as it stood then; its worker may still be at it.</returns>
    /// <exception cref="ImageApiException"><c>job_finished</c>, <c>job_not_found</c>, <c>rate_limited</c> or <c>overloaded</c>.</exception>
    public Task<Job> CancelJobAsync(string id, CancellationToken cancellationToken = default) =>
        api.ReadAsync(
            new HttpRequestMessage(HttpMethod.Delete, $"api/jobs/{Uri.EscapeDataString(id)}"),
            ContractsJsonContext.Default.Job,
            call: null,
            cancellationToken);
}
