using ApiService.Caching;
using ApiService.Redis;
using StackExchange.Redis;
using Vision.Models;

namespace ApiService.Models;

/// <summary>
/// Hears of changes of the models by Redis, and tells of those that this process makes where it runs the engine itself. Without
/// Redis the others find out a moment later.
/// </summary>
internal sealed class ModelChannel(RedisGate redis, LiveModels live, IServiceProvider services, TimeProvider time) : BackgroundService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("vision:models");
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The engine's side, where the engine is in this process.</summary>
    private readonly ModelChanges? changes = services.GetService<ModelChanges>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (changes is not null)
        {
            changes.Made += (_, _) => _ = TellAsync(stoppingToken);
        }

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
            await redis.Subscriber.SubscribeAsync(Channel, (_, _) => _ = TakeOverAsync(cancellationToken)).WaitAsync(cancellationToken);
            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        if (changes is not null)
        {
            await changes.RefreshAsync(cancellationToken);
        }

        live.Forget();
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.RunAsync(database => database.PublishAsync(Channel, RedisValue.EmptyString), cancellationToken);
        }
        catch (RedisAwayException)
        {
            // They look at the folder too.
        }
    }
}
