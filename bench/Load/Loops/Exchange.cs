using System.Diagnostics;

namespace Load.Loops;

/// <summary>One request and its answer, in ticks of the stopwatch.</summary>
/// <param name="Due">When it should have been sent; the time an answer took counts from here.</param>
/// <param name="Started">When it was sent.</param>
/// <param name="Finished">When the whole answer was there.</param>
/// <param name="Status">The answer's status.</param>
internal readonly record struct Exchange(long Due, long Started, long Finished, int Status)
{
    public TimeSpan Took => Stopwatch.GetElapsedTime(Due, Finished);

    public TimeSpan Late => Stopwatch.GetElapsedTime(Due, Started);
}
