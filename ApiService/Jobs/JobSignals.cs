using System.Collections.Concurrent;

namespace ApiService.Jobs;

/// <summary>Tells those who wait in this process of new jobs and of changes, here or at another replica.</summary>
internal sealed class JobSignals
{
    /// <summary>Stands for the id of a job where any new job is meant.</summary>
    private const string AnyNewJob = "";

    private readonly ConcurrentDictionary<JobSignal, string> listeners = [];

    public JobSignal ListenToNewJobs() => ListenTo(AnyNewJob);

    public JobSignal ListenTo(string id)
    {
        var signal = new JobSignal(this);
        listeners[signal] = id;
        return signal;
    }

    public void TellAdded() => TellChanged(AnyNewJob);

    /// <summary>Tells that a job has changed, or is to be canceled.</summary>
    public void TellChanged(string id)
    {
        foreach (var (signal, wanted) in listeners)
        {
            if (wanted == id)
            {
                signal.Raise();
            }
        }
    }

    internal void Forget(JobSignal signal) => listeners.TryRemove(signal, out _);
}
