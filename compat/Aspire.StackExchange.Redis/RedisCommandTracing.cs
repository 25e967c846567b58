using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;
using StackExchange.Redis.Profiling;

namespace Aspire.StackExchange.Redis;

/// <summary>
/// Turns the commands of a connection into spans below the activity that sent them. The client tells of a command once it has
/// ended, so the spans of an activity are made a moment later, with the times of the command.
/// </summary>
internal sealed class RedisCommandTracing : IDisposable
{
    public const string SourceName = "OpenTelemetry.Instrumentation.StackExchangeRedis";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly ActivitySource Source = new(SourceName);

    // Strong references: an activity that has ended is collected before its commands are told otherwise, and they with it.
    private readonly ConcurrentDictionary<Activity, ProfilingSession> sessions = [];
    private readonly Timer timer;

    public RedisCommandTracing() => timer = new Timer(_ => Flush(), state: null, Interval, Interval);

    public void Watch(ConnectionMultiplexer connection) => connection.RegisterProfiler(SessionOfTheCurrentActivity);

    public void Dispose()
    {
        timer.Dispose();
        Flush();
    }

    private ProfilingSession? SessionOfTheCurrentActivity() =>
        Source.HasListeners() && Activity.Current is { Recorded: true } activity
            ? sessions.GetOrAdd(activity, static _ => new ProfilingSession())
            : null;

    private void Flush()
    {
        foreach (var (activity, session) in sessions)
        {
            // An activity that has ended sends no further command; one that ends from here on may have sent some since.
            var hasEnded = activity.IsStopped;
            foreach (var command in session.FinishProfiling())
            {
                Write(command, activity.Context);
            }

            if (hasEnded)
            {
                sessions.TryRemove(activity, out _);
            }
        }
    }

    private static void Write(IProfiledCommand command, ActivityContext parent)
    {
        using var span = Source.StartActivity(
            command.Command, ActivityKind.Client, parent, startTime: new DateTimeOffset(command.CommandCreated));
        span?.SetTag("db.system.name", "redis");
        span?.SetTag("db.operation.name", command.Command);
        span?.SetTag("db.namespace", command.Db.ToString(CultureInfo.InvariantCulture));
        span?.SetEndTime(command.CommandCreated + command.ElapsedTime);
    }
}
