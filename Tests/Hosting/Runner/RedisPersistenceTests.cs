using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Volumes;
using StackExchange.Redis;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>A real redis-server with a volume.</summary>
public sealed class RedisPersistenceTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();
    private readonly IResourceBuilder<RedisResource> cache;

    public RedisPersistenceTests()
    {
        application.Builder.Configuration[VolumeFolders.TemporarySetting] = bool.TrueString;
        cache = application.Builder.AddRedis("cache");
    }

    [Fact]
    public async Task Restart_of_a_server_with_a_volume_keeps_its_data()
    {
        cache.WithDataVolume();
        await using (var before = await StartAsync())
        {
            await before.GetDatabase().StringSetAsync("job", "accepted");
        }

        await application.ExecuteAsync("cache", KnownResourceCommands.RestartCommand);
        await using var after = await ConnectAsync();
        Assert.Equal("accepted", (string?)await after.GetDatabase().StringGetAsync("job"));
    }

    [Fact]
    public async Task Stop_of_the_application_removes_its_temporary_volumes()
    {
        cache.WithDataVolume("jobs").WithPersistence(TimeSpan.FromSeconds(10), keysChangedThreshold: 3);
        string folder;
        await using (var connection = await StartAsync())
        {
            var server = connection.GetServers().Single();
            folder = (await server.ConfigGetAsync("dir")).Single().Value;
            Assert.Equal("jobs", Path.GetFileName(folder));
            Assert.Equal("10 3", (await server.ConfigGetAsync("save")).Single().Value);
        }

        Assert.True(Directory.Exists(folder));
        await application.DisposeAsync();
        Assert.False(Directory.Exists(Path.GetDirectoryName(folder)));
    }

    [Fact]
    public async Task Start_with_a_name_that_is_a_path_fails()
    {
        cache.WithDataVolume("../elsewhere");
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("cache", KnownResourceStates.FailedToStart, application.Patience);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task<ConnectionMultiplexer> StartAsync()
    {
        await application.StartAsync();
        return await ConnectAsync();
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        await application.Notifications.WaitForResourceHealthyAsync("cache", application.Patience);
        var options = ConfigurationOptions.Parse((await cache.Resource.ConnectionStringExpression.GetValueAsync(application.Patience))!);
        options.AllowAdmin = true;
        return await ConnectionMultiplexer.ConnectAsync(options);
    }
}
