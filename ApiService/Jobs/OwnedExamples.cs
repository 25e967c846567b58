using Vision.Classifiers;

namespace ApiService.Jobs;

/// <summary>A set of examples in the hands of whoever disposes of it last: the request that brought it, or the store that took it over.</summary>
internal sealed class OwnedExamples(TrainingSet set) : IDisposable
{
    private bool isTaken;

    public TrainingSet Set => set;

    /// <summary>Takes the set over; <see cref="Dispose"/> does nothing from now on.</summary>
    public TrainingSet Take()
    {
        isTaken = true;
        return set;
    }

    public void Dispose()
    {
        if (!isTaken)
        {
            set.Dispose();
        }
    }
}
