using StackExchange.Redis;
using Vision.Models;

namespace InferenceService.Models;

/// <summary>Tells the other replicas by Redis that the models have changed, and hears it from them. They look at the folder too.</summary>
internal sealed class ModelChannel(IConnectionMultiplexer redis, ModelChanges changes, TimeProvider time) : BackgroundService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("vision:models");
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Made += (_, _) => _ = TellAsync();
        while (!await TryListenAsync(stoppingToken))
        {
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // The client renews its subscription by itself after a connection was lost; only the first time Redis must be there.
    private async Task<bool> TryListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, _) => _ = changes.RefreshAsync(cancellationToken))
                .WaitAsync(cancellationToken);
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    private async Task TellAsync()
    {
        try
        {
            await redis.GetSubscriber().PublishAsync(Channel, RedisValue.EmptyString);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // Redis is away; the folder tells as well.
        }
    }
}
