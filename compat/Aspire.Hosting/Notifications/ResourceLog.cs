using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The latest lines of one resource.</summary>
internal sealed class ResourceLog
{
    private const int MaximumLines = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<LogLine> lines = new();
    private readonly List<Channel<LogLine>> watchers = [];
    private bool isComplete;
    private int count;

    public LogLine Add(string content, bool isError)
    {
        lock (gate)
        {
            var line = new LogLine(++count, content, isError);
            lines.Enqueue(line);
            if (lines.Count > MaximumLines)
            {
                lines.Dequeue();
            }

            foreach (var watcher in watchers)
            {
                watcher.Writer.TryWrite(line);
            }

            return line;
        }
    }

    public void Complete()
    {
        lock (gate)
        {
            isComplete = true;
            foreach (var watcher in watchers)
            {
                watcher.Writer.TryComplete();
            }
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<LogLine>();
        Join(channel);
        try
        {
            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                var batch = new List<LogLine>();
                while (channel.Reader.TryRead(out var line))
                {
                    batch.Add(line);
                }

                yield return batch;
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

    private void Join(Channel<LogLine> channel)
    {
        lock (gate)
        {
            foreach (var line in lines)
            {
                channel.Writer.TryWrite(line);
            }

            watchers.Add(channel);
            if (isComplete)
            {
                channel.Writer.TryComplete();
            }
        }
    }
}
