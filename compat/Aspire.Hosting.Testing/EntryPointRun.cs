using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// One run of an AppHost's entry point on a thread of its own. It stops twice, inside <c>Build()</c> and right after it, until
/// the test lets it go on.
/// </summary>
internal sealed class EntryPointRun : IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<EntryPointRun?> CurrentRun = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> builder = Completion<DistributedApplicationBuilder>();
    private readonly TaskCompletionSource<DistributedApplication> application = Completion<DistributedApplication>();
    private readonly TaskCompletionSource<bool> mayBuild = Completion<bool>();
    private readonly TaskCompletionSource<bool> mayRun = Completion<bool>();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Assembly assembly;
    private readonly string[] args;
    private readonly Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure;

    private EntryPointRun(
        Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        this.assembly = assembly;
        this.args = args;
        this.configure = configure;
    }

    /// <summary>Completes when the entry point has returned.</summary>
    public Task Ended => ended.Task;

    /// <summary>What the entry point has thrown; null while it runs or after it has returned in order.</summary>
    public Exception? Failure { get; private set; }

    /// <param name="assembly">The AppHost.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="configure">Changes what the test host has set, before the builder is made.</param>
    public static EntryPointRun Start(
        Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        var run = new EntryPointRun(assembly, args, configure);
        new Thread(run.Execute) { IsBackground = true, Name = $"{assembly.GetName().Name}.EntryPoint" }.Start();
        return run;
    }

    public Task<DistributedApplicationBuilder> WaitForBuilderAsync(CancellationToken cancellationToken) =>
        builder.Task.WaitAsync(cancellationToken);

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        mayBuild.TrySetResult(true);
        return application.Task.WaitAsync(cancellationToken);
    }

    public void Run() => mayRun.TrySetResult(true);

    /// <summary>Lets the entry point end where it waits, without starting anything.</summary>
    public void Abandon()
    {
        mayBuild.TrySetResult(false);
        mayRun.TrySetResult(false);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (CurrentRun.Value != this)
        {
            return;
        }

        switch (value.Key)
        {
            case DistributedApplicationAnnouncements.Constructing:
                var (options, settings) = ((DistributedApplicationOptions, HostApplicationBuilderSettings))value.Value!;
                TestDefaults.Apply(assembly, args, options, settings);
                configure(options, settings);
                break;
            case DistributedApplicationAnnouncements.Building:
                builder.TrySetResult((DistributedApplicationBuilder)value.Value!);
                GoOnWhen(mayBuild);
                break;
            case DistributedApplicationAnnouncements.Built:
                application.TrySetResult((DistributedApplication)value.Value!);
                GoOnWhen(mayRun);
                break;
            default:
                break;
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private static TaskCompletionSource<T> Completion<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The entry point runs on a thread of its own, which has nothing else to do than wait.
    private static void GoOnWhen(TaskCompletionSource<bool> permission)
    {
        if (!permission.Task.GetAwaiter().GetResult())
        {
            throw new OperationCanceledException("The test has ended before the application was started.");
        }
    }

    private void Execute()
    {
        CurrentRun.Value = this;
        using var listening = AnnouncementListener.Subscribe(this);
        Failure = Invoke();
        var reason = Failure ?? new InvalidOperationException("The entry point has returned without building an application.");
        builder.TrySetException(reason);
        application.TrySetException(reason);
        ended.TrySetResult();
    }

    private Exception? Invoke()
    {
        try
        {
            var entryPoint = assembly.EntryPoint ?? throw new InvalidOperationException($"{assembly} has no entry point.");
            var result = entryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, entryPoint.GetParameters().Length == 0 ? [] : [args], null);
            (result as Task)?.GetAwaiter().GetResult();
            return null;
        }
        catch (AggregateException exception)
        {
            return exception.GetBaseException();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception;
        }
    }
}
