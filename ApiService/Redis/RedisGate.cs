using System.Collections.Frozen;
using Polly;
using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace ApiService.Redis;

/// <summary>
/// The one way to Redis. A command that is not answered in time fails, and after a few of those all fail at once for a moment:
/// requests must not queue up before a server that is away, and go on without it instead.
/// </summary>
internal sealed partial class RedisGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// What a server answers that is there and cannot serve: it loads its data, runs another script, is out of memory, cannot
    /// write to its disk, or follows a server that writes.
    /// </summary>
    private static readonly FrozenSet<string> Refusals =
        FrozenSet.Create(StringComparer.Ordinal, "LOADING", "BUSY", "OOM", "MISCONF", "READONLY", "MASTERDOWN", "NOREPLICAS");

    private readonly IConnectionMultiplexer connection;
    private readonly ResiliencePipeline breaker;
    private readonly ILogger<RedisGate> logger;

    public RedisGate(IConnectionMultiplexer connection, ILogger<RedisGate> logger)
    {
        this.connection = connection;
        this.logger = logger;
        breaker = new ResiliencePipelineBuilder().AddCircuitBreaker(Strategy()).Build();
    }

    public ISubscriber Subscriber => connection.GetSubscriber();

    /// <summary>Sends a command.</summary>
    /// <param name="command">The command; it may still arrive after this method has given up.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="patience">How long the answer may take, where it is more than a few bytes.</param>
    /// <exception cref="RedisAwayException">There is no connection, or no answer in time.</exception>
    public async Task<T> RunAsync<T>(
        Func<IDatabase, Task<T>> command, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        try
        {
            return await breaker.ExecuteAsync(
                async token => await command(connection.GetDatabase()).WaitAsync(patience ?? Patience, token), cancellationToken);
        }
        catch (Exception exception) when (IsAway(exception) || exception is BrokenCircuitException)
        {
            throw new RedisAwayException(exception);
        }
    }

    private static bool IsAway(Exception exception) =>
        exception is RedisConnectionException or TimeoutException or ObjectDisposedException
        || (exception is RedisServerException server && Refusals.Contains(server.Message.Split(' ')[0]));

    private CircuitBreakerStrategyOptions Strategy() => new()
    {
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } exception && IsAway(exception)),
        FailureRatio = 0.5,
        MinimumThroughput = 3,
        SamplingDuration = TimeSpan.FromSeconds(2),
        BreakDuration = TimeSpan.FromSeconds(1),
        OnOpened = arguments =>
        {
            LogAway(logger, arguments.Outcome.Exception?.Message);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            LogBack(logger);
            return ValueTask.CompletedTask;
        },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer; this process goes on without it: {Reason}")]
    private static partial void LogAway(ILogger logger, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis answers again")]
    private static partial void LogBack(ILogger logger);
}
