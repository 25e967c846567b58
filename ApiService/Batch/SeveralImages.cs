using System.Diagnostics.CodeAnalysis;
using ServiceDefaults.Problems;

namespace ApiService.Batch;

/// <summary>Works on the images of one request a few at a time; each may fail alone.</summary>
internal static class SeveralImages
{
    /// <summary>A batch shall not fill the engine's queue on its own.</summary>
    private const int InFlight = 4;

    /// <summary>Gives what became of each image, in their order.</summary>
    /// <param name="context">The request.</param>
    /// <param name="count">How many images there are.</param>
    /// <param name="work">Works on the image of a number; what it throws is the problem of that image alone.</param>
    /// <param name="cancellationToken">Ends the work on all of them.</param>
    public static async Task<IReadOnlyList<ImageOutcome<TResult>>> WorkAsync<TResult>(
        HttpContext context, int count, Func<int, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : class
    {
        var outcomes = new ImageOutcome<TResult>[count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0, count, limits, async (index, token) => outcomes[index] = await WorkOnOneAsync(context, index, work, token));
        return outcomes;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with one image is told in its place; the others go on.")]
    private static async Task<ImageOutcome<TResult>> WorkOnOneAsync<TResult>(
        HttpContext context, int index, Func<int, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
        where TResult : class
    {
        try
        {
            return new ImageOutcome<TResult>(await work(index, cancellationToken), Problem: null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ImageOutcome<TResult>(Result: null, RequestProblems.Of(context, exception));
        }
    }
}
