using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Fixtures;

/// <summary>A cache that counts who waits for a shared run, from the moment at which they have joined it.</summary>
internal sealed class CallsInCache(HybridCache inner) : HybridCache
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Puts itself in front of the cache of a service.</summary>
    public static void Decorate(IServiceCollection services)
    {
        var cache = services.Last(static service => service.ServiceType == typeof(HybridCache));
        services.AddSingleton<HybridCache>(provider =>
            new CallsInCache((HybridCache)ActivatorUtilities.CreateInstance(provider, cache.ImplementationType!)));
    }

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default)
    {
        // The call has begun or joined a run when it comes back, whether or not that has ended.
        var call = inner.GetOrCreateAsync(key, state, factory, options, tags, cancellationToken);
        Interlocked.Increment(ref count);
        try
        {
            return await call;
        }
        finally
        {
            Interlocked.Decrement(ref count);
        }
    }

    public override ValueTask SetAsync<T>(
        string key,
        T value,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default) => inner.SetAsync(key, value, options, tags, cancellationToken);

    public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) =>
        inner.RemoveAsync(key, cancellationToken);

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) =>
        inner.RemoveByTagAsync(tag, cancellationToken);
}
