using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every resource has written, the latest lines of it, and everybody who reads along.</summary>
public class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(ModelName.Comparer);

    internal ResourceLoggerService()
    {
    }

    /// <summary>Told of every line of every resource, as it is written.</summary>
    internal Action<string, LogLine>? LineWritten { get; set; }

    public ILogger GetLogger(IResource resource) => GetLogger(resource.Name);

    public ILogger GetLogger(string resourceName) => new ResourceLogger((line, isError) => Write(resourceName, line, isError));

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.Name);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => LogOf(resourceName).WatchAsync();

    internal void Write(string resourceName, string line, bool isError) =>
        LineWritten?.Invoke(resourceName, LogOf(resourceName).Add(line, isError));

    internal void Complete()
    {
        foreach (var log in logs.Values)
        {
            log.Complete();
        }
    }

    private ResourceLog LogOf(string resourceName) => logs.GetOrAdd(resourceName, static _ => new ResourceLog());
}
