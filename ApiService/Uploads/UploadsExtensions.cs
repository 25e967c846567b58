using ApiService.Redis;
using ApiService.Uploads.InRedis;
using ApiService.Uploads.OnDisk;

namespace ApiService.Uploads;

internal static class UploadsExtensions
{
    public static void AddUploads(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var hasRedis = builder.HasRedis();
        services.AddOptions<UploadsOptions>().BindConfiguration(UploadsOptions.SectionName).ValidateDataAnnotations()
            .Validate(options => options.Store != UploadStoreKind.Redis || hasRedis, "Uploads:Store is Redis, but ConnectionStrings:cache is not set.")
            .ValidateOnStart();
        if (builder.Configuration.GetValue<UploadStoreKind>($"{UploadsOptions.SectionName}:{nameof(UploadsOptions.Store)}") == UploadStoreKind.Redis)
        {
            services.AddSingleton<IUploadStore, RedisUploadStore>();
        }
        else
        {
            services.AddDiskStore();
        }

        services.AddSingleton<UploadAccess>();
        services.AddSingleton<UploadReceiver>();
        services.AddSingleton<UploadCreator>();
    }

    /// <summary>What goes before the routing, and the routing itself: a request may name its true method in a header.</summary>
    public static void UseUploads(this WebApplication app)
    {
        app.UseWhen(static context => context.Request.Path.StartsWithSegments(UploadsApi.Route, StringComparison.OrdinalIgnoreCase), static uploads =>
        {
            uploads.UseHttpMethodOverride();
            uploads.Use(TusVersion.TellAsync);
        });
        app.UseRouting();
    }

    private static void AddDiskStore(this IServiceCollection services)
    {
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<DiskUploadStore>();
        services.AddSingleton<IUploadStore>(static provider => provider.GetRequiredService<DiskUploadStore>());
        services.AddHostedService<UploadSweeper>();
    }
}
