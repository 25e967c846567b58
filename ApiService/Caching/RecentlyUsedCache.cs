using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace ApiService.Caching;

/// <summary>
/// The memory tier: a <see cref="MemoryCache"/> that holds so many entries and lets the least recently used one go. Its own
/// size limit would refuse new entries when it is full, and let go of them by priority.
/// </summary>
internal sealed class RecentlyUsedCache(IOptions<CachingOptions> options) : IMemoryCache
{
    private readonly int capacity = options.Value.MemoryEntries;
    private readonly MemoryCache entries = new(new MemoryCacheOptions());
    private readonly Lock gate = new();
    private readonly LinkedList<object> order = [];
    private readonly Dictionary<object, LinkedListNode<object>> places = [];

    public int Count => entries.Count;

    public bool TryGetValue(object key, out object? value)
    {
        if (!entries.TryGetValue(key, out value))
        {
            Forget(key);
            return false;
        }

        Touch(key);
        return true;
    }

    public ICacheEntry CreateEntry(object key)
    {
        if (Touch(key) is { } oldest)
        {
            entries.Remove(oldest);
        }

        return entries.CreateEntry(key);
    }

    public void Remove(object key)
    {
        entries.Remove(key);
        Forget(key);
    }

    public void Dispose() => entries.Dispose();

    /// <summary>Moves a key to the front, and gives the one that has to go for it.</summary>
    private object? Touch(object key)
    {
        lock (gate)
        {
            if (places.Remove(key, out var place))
            {
                order.Remove(place);
            }

            places[key] = order.AddFirst(key);
            return order.Count > capacity ? ForgetOldest() : null;
        }
    }

    private object ForgetOldest()
    {
        var oldest = order.Last!.Value;
        order.RemoveLast();
        places.Remove(oldest);
        return oldest;
    }

    private void Forget(object key)
    {
        lock (gate)
        {
            if (places.Remove(key, out var place))
            {
                order.Remove(place);
            }
        }
    }
}
