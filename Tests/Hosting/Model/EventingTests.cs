using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Xunit;

namespace Tests.Hosting.Model;

public class EventingTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishAsync_subscribers_of_the_resource_run_in_order()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var cache = builder.AddRedis("cache").Resource;
        var other = builder.AddRedis("other").Resource;
        var seen = new List<string>();
        Subscribe(builder.Eventing, cache, () => seen.Add("first"));
        Subscribe(builder.Eventing, other, () => seen.Add("other"));
        var removed = Subscribe(builder.Eventing, cache, () => seen.Add("removed"));
        Subscribe(builder.Eventing, cache, () => seen.Add("second"));
        builder.Eventing.Unsubscribe(removed);

        await builder.Eventing.PublishAsync(new ResourceReadyEvent(cache, NoServices.Instance), CancellationToken);

        Assert.Equal(["first", "second"], seen);
    }

    private static DistributedApplicationEventSubscription Subscribe(IDistributedApplicationEventing eventing, IResource resource, Action action) =>
        eventing.Subscribe<ResourceReadyEvent>(resource, (_, _) =>
        {
            action();
            return Task.CompletedTask;
        });

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
