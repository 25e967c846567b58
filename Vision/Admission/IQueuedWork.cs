namespace Vision.Admission;

/// <summary>Work of any result type in the queue.</summary>
internal interface IQueuedWork
{
    /// <summary>Runs the work on the calling thread, unless its caller has left meanwhile.</summary>
    void Run();
}
