using System.Globalization;
using System.Threading.Channels;
using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Console;

/// <summary>The latest lines of every resource, and everybody who reads along.</summary>
public sealed class ConsoleLines(TimeProvider time)
{
    private const int WatcherLines = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<ConsoleLine>> lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ConsoleLine>> watchers = [];
    private long last;

    /// <param name="resource">Who has written it.</param>
    /// <param name="content">The line.</param>
    /// <param name="isError">Whether it was written as an error.</param>
    public void Add(string resource, string content, bool isError)
    {
        var written = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        lock (gate)
        {
            if (!lines.TryGetValue(resource, out var own))
            {
                lines[resource] = own = new Queue<ConsoleLine>();
            }

            var line = new ConsoleLine(resource, ++last, written, content, isError);
            own.Enqueue(line);
            if (own.Count > TelemetryLimits.ConsoleLines)
            {
                own.Dequeue();
            }

            watchers.ForEach(watcher => watcher.Writer.TryWrite(line));
        }
    }

    /// <summary>What there is of some resources, or of all, in the order in which it was written.</summary>
    internal IReadOnlyList<ConsoleLine> Snapshot(IReadOnlyCollection<string> resources)
    {
        lock (gate)
        {
            return Written(resources);
        }
    }

    /// <summary>Forgets what a resource has written, or all.</summary>
    internal void Clear(string? resource)
    {
        lock (gate)
        {
            foreach (var own in lines.Where(own => resource is null || IsMeant(own.Key, [resource])).ToList())
            {
                own.Value.Clear();
            }
        }
    }

    /// <summary>What there is, then what comes, in batches. Who reads too slowly misses the oldest.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<ConsoleLine>> WatchAsync(
        IReadOnlyCollection<string> resources, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int most = 1_000;
        var channel = Channel.CreateBounded<ConsoleLine>(new BoundedChannelOptions(WatcherLines) { FullMode = BoundedChannelFullMode.DropOldest });
        IReadOnlyList<ConsoleLine> backlog;
        lock (gate)
        {
            backlog = Written(resources);
            watchers.Add(channel);
        }

        try
        {
            yield return backlog;
            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                var batch = new List<ConsoleLine>();
                while (batch.Count < most && channel.Reader.TryRead(out var line))
                {
                    if (IsMeant(line.Resource, resources))
                    {
                        batch.Add(line);
                    }
                }

                if (batch.Count > 0)
                {
                    yield return batch;
                }
            }
        }
        finally
        {
            lock (gate)
            {
                watchers.Remove(channel);
            }
        }
    }

    /// <summary>Only while the lines are held.</summary>
    private List<ConsoleLine> Written(IReadOnlyCollection<string> resources) =>
        [.. lines.Where(own => IsMeant(own.Key, resources)).SelectMany(static own => own.Value).OrderBy(static line => line.Number)];

    private static bool IsMeant(string resource, IReadOnlyCollection<string> wanted) =>
        wanted.Count == 0 || wanted.Contains(resource, StringComparer.OrdinalIgnoreCase);
}
