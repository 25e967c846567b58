using Contracts;
using Microsoft.Extensions.Options;
using Vision.Admission;

namespace Vision.Text;

/// <summary>
/// The threads that read text, behind a bounded queue of their own. Reading takes a hundred times as long as classifying; on the
/// workers of the engine it would keep the other features waiting.
/// </summary>
internal sealed class TextWorkers(IOptions<TextOptions> options, AdmissionQueues queues)
{
    private readonly AdmissionQueue queue = queues.Add("text", options.Value.Capacity, options.Value.Workers);

    /// <summary>Runs work on one of the workers.</summary>
    /// <param name="work">The work; it is given the time that it waited.</param>
    /// <param name="cancellationToken">While it waits, the work is dropped; once it runs, it must watch the token itself.</param>
    /// <exception cref="FeatureException"><c>overloaded</c>: the queue is full. It says nothing of the other features.</exception>
    public Task<T> RunAsync<T>(Func<TimeSpan, T> work, CancellationToken cancellationToken) =>
        queue.TryRun(work, cancellationToken, out var completion)
            ? completion
            : throw new FeatureException(ErrorCodes.Overloaded, "Too many images wait for their text to be read; try again in a moment.");
}
