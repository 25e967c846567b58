using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vision.Captions.Chat;
using Vision.Captions.Local;

namespace Vision.Captions;

internal static class CaptionsServiceCollectionExtensions
{
    /// <summary>The switch of Semantic Kernel that would put prompts and answers into spans; an environment variable can turn it on.</summary>
    private const string SensitiveDiagnostics = "Microsoft.SemanticKernel.Experimental.GenAI.EnableOTelDiagnosticsSensitive";

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Adds the captions. Those of the endpoint go before the local ones, which stand in for them.</summary>
    public static IServiceCollection AddCaptions(this IServiceCollection services)
    {
        AppContext.SetSwitch(SensitiveDiagnostics, isEnabled: false);
        services.AddOptions<CaptioningOptions>()
            .BindConfiguration(CaptioningOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CaptionTelemetry>();
        services.AddSingleton<CaptionBreaker>();
        services.AddSingleton<ChatEndpoint>();
        services.AddSingleton<ICaptioner, ChatCaptioner>();
        services.AddSingleton<ICaptioner, LocalCaptioner>();
        services.AddSingleton<IAwaitedFeature, CaptionFeature>();
        services.AddChatClient();
        return services;
    }

    private static void AddChatClient(this IServiceCollection services)
    {
        services.AddTransient<ChatEndpointHandler>();

        // An answer that leads elsewhere is none: the key and the picture are for the configured host alone.
        services.AddHttpClient(ChatEndpoint.ClientName, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.PooledConnectionLifetime = ConnectionLifetime;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<ChatEndpointHandler>()
            .RemoveAllLoggers();
    }
}
