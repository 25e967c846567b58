using ApiService.Classifiers;
using ApiService.Models;
using Contracts;
using ServiceDefaults.Health;
using Vision;
using Vision.Classifiers;
using Vision.Models;

namespace ApiService.Inference;

internal static class InferenceExtensions
{
    private static readonly Uri ServiceAddress = new("https+http://inference");
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static void AddInference(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(InferenceOptions.SectionName);
        builder.Services.AddOptions<InferenceOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJsonContext.Default));

        builder.Services.AddSingleton<ConcurrencyLimit>();
        builder.Services.AddSingleton<SpareRequests>();
        builder.Services.AddSingleton<OverloadFilter>();
        if (section.Get<InferenceOptions>()?.Mode == InferenceMode.InProcess)
        {
            builder.Services.AddVision(HealthTags.Startup);
        }
        else
        {
            builder.Services.AddRemoteInference();
        }
    }

    /// <summary>Refuses before the body is read while the engine cannot keep up.</summary>
    public static RouteGroupBuilder RefuseWhenCrowded(this RouteGroupBuilder group) => group.AddEndpointFilter(
        static (context, next) => context.HttpContext.RequestServices.GetRequiredService<OverloadFilter>().InvokeAsync(context, next));

    private static void AddRemoteInference(this IServiceCollection services)
    {
        // The deadline of each request bounds its call; a limit of the client's own would only cut some off without a word.
        static void Configure(HttpClient client)
        {
            client.BaseAddress = ServiceAddress;
            client.Timeout = Timeout.InfiniteTimeSpan;
        }

        services.AddHttpClient<IImageAnalyzer, RemoteImageAnalyzer>(Configure).LiveWithTheProcess().RetryNothing();
        services.AddHttpClient<IModelCatalog, RemoteModelCatalog>(Configure).LiveWithTheProcess();
        services.AddHttpClient<IModelAdministration, RemoteModelAdministration>(Configure).LiveWithTheProcess();
        services.AddHttpClient<IClassifierTrainer, RemoteClassifierTrainer>(Configure).LiveWithTheProcess();
        services.AddHttpClient<InferenceHealthCheck>(Configure);
        services.AddHealthChecks().AddCheck<InferenceHealthCheck>("inference");
    }

    // The caches hold on to these clients; the connections, not the handlers, are what must be made anew when addresses change.
    private static IHttpClientBuilder LiveWithTheProcess(this IHttpClientBuilder client) => client
        .UseSocketsHttpHandler(static (handler, _) =>
        {
            handler.PooledConnectionLifetime = ConnectionLifetime;
            (handler.AllowAutoRedirect, handler.UseCookies) = (false, false);
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    // An analysis is posted, and so never sent twice; what would see to that costs each of them time.
#pragma warning disable EXTEXP0001 // Behind the name, which may change, is what is meant.
    private static void RetryNothing(this IHttpClientBuilder client) => client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
}
