using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting;
using Xunit;

namespace Tests.Hosting.Model;

/// <summary>Runs the AppHost's own entry point up to the moment when it would build, and keeps the model that it has written.</summary>
internal sealed class AppHostModel : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly int threadId = Environment.CurrentManagedThreadId;
    private DistributedApplicationBuilder? builder;

    private AppHostModel()
    {
    }

    public static DistributedApplicationBuilder Read(params string[] args)
    {
        var model = new AppHostModel();
        using var subscription = DiagnosticListener.AllListeners.Subscribe(model);
        var entryPoint = typeof(Projects.AppHost).Assembly.EntryPoint!;
        var exception = Assert.Throws<TargetInvocationException>(() => entryPoint.Invoke(obj: null, [args]));
        Assert.IsType<OperationCanceledException>(exception.InnerException);
        return model.builder!;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DistributedApplicationAnnouncements.ListenerName, StringComparison.Ordinal))
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests build applications at the same time, but not on this thread.
        if (Environment.CurrentManagedThreadId != threadId || builder is not null)
        {
            return;
        }

        if (value.Value is ValueTuple<DistributedApplicationOptions, Microsoft.Extensions.Hosting.HostApplicationBuilderSettings> creation)
        {
            creation.Item1.AssemblyName = typeof(Projects.AppHost).Assembly.GetName().Name;
        }
        else if (string.Equals(value.Key, DistributedApplicationAnnouncements.Building, StringComparison.Ordinal))
        {
            builder = (DistributedApplicationBuilder)value.Value!;
            throw new OperationCanceledException("The model is complete; nothing is to be built.");
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
