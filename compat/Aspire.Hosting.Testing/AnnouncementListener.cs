using System.Diagnostics;

namespace Aspire.Hosting.Testing;

/// <summary>Finds the announcements of the hosting library among all diagnostic listeners of the process.</summary>
internal sealed class AnnouncementListener(EntryPointRun run) : IObserver<DiagnosticListener>
{
    private IDisposable? subscription;

    public static IDisposable Subscribe(EntryPointRun run)
    {
        var listener = new AnnouncementListener(run);
        return new Subscriptions(DiagnosticListener.AllListeners.Subscribe(listener), listener);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DistributedApplicationAnnouncements.ListenerName)
        {
            subscription = value.Subscribe(run);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class Subscriptions(IDisposable all, AnnouncementListener listener) : IDisposable
    {
        public void Dispose()
        {
            all.Dispose();
            listener.subscription?.Dispose();
        }
    }
}
