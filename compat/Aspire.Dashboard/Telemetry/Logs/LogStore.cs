namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>The latest lines of the logs of all services.</summary>
internal sealed class LogStore
{
    private readonly Lock gate = new();
    private readonly Queue<StoredLog> logs = [];
    private long last;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return logs.Count;
            }
        }
    }

    /// <param name="create">Makes each line, given its number.</param>
    public void Add(IEnumerable<Func<long, StoredLog>> create)
    {
        lock (gate)
        {
            foreach (var log in create)
            {
                logs.Enqueue(log(++last));
                if (logs.Count > TelemetryLimits.Logs)
                {
                    logs.Dequeue();
                }
            }
        }
    }

    /// <summary>All of them as they are now, the oldest first. Whoever adds does not wait for whoever reads them.</summary>
    public StoredLog[] Snapshot()
    {
        lock (gate)
        {
            return [.. logs];
        }
    }

    public StoredLog? Find(long id) => Array.Find(Snapshot(), log => log.Id == id);

    /// <summary>Those that match, the latest first.</summary>
    public IReadOnlyList<StoredLog> Query(LogQuery query) => [.. Snapshot().Where(query.Matches).OrderByDescending(static log => log.Id)];

    /// <summary>Forgets those of a service, or all.</summary>
    public void Clear(string? source)
    {
        lock (gate)
        {
            var kept = logs.Where(log => source is not null && log.Source.Name != source).ToList();
            logs.Clear();
            kept.ForEach(logs.Enqueue);
        }
    }
}
