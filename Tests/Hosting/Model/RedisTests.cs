using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class RedisTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddRedis_always_has_a_password()
    {
        var cache = builder.AddRedis("cache").Resource;
        ModelEnvironment.Allocate(cache, 6000);

        Assert.Matches("^localhost:6000,password=[a-zA-Z0-9]{22}$", await cache.ConnectionStringExpression.GetValueAsync(CancellationToken));
        Assert.Equal("cache-password", cache.PasswordParameter!.Name);
        Assert.Equal("{cache.connectionString}", ((IManifestExpressionProvider)cache).ValueExpression);
    }

    [Fact]
    public void Create_password_cannot_add_a_directive()
    {
        var configuration = RedisConfiguration.Create("1", new RedisDataFolder("/tmp", Save: null), "a\"b\\c\nloadmodule x");

        Assert.Contains("requirepass \"a\\x22b\\x5cc\\x0aloadmodule x\"\n", configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void WithDataVolume_without_a_name_takes_one_of_this_AppHost_and_persists()
    {
        var cache = builder.AddRedis("cache").WithDataVolume().Resource;

        var mount = Assert.Single(cache.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Matches("^[a-z0-9_.-]+-[0-9a-f]{10}-cache-data$", mount.Source);
        Assert.Equal(("/data", ContainerMountType.Volume, false), (mount.Target, mount.Type, mount.IsReadOnly));
        Assert.Equal(TimeSpan.FromSeconds(60), Assert.Single(cache.Annotations.OfType<PersistenceAnnotation>()).Interval);
    }

    [Fact]
    public void WithDataVolume_that_is_read_only_writes_nothing() =>
        Assert.Empty(builder.AddRedis("cache").WithDataVolume(isReadOnly: true).Resource.Annotations.OfType<PersistenceAnnotation>());
}
