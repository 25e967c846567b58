namespace AppHost.Captions;

internal static class CaptioningResourceBuilderExtensions
{
    private const string Endpoint = "Captioning:Endpoint";
    private const string Model = "Captioning:Model";
    private const string ApiKey = "Captioning:ApiKey";

    /// <summary>Gives the engine the language model that this AppHost is configured with. Without one nothing is asked for.</summary>
    public static IResourceBuilder<ProjectResource> WithCaptioning(this IResourceBuilder<ProjectResource> engine)
    {
        var application = engine.ApplicationBuilder;
        if (IsSet(Endpoint) || IsSet(Model))
        {
            engine.WithEnvironment("Captioning__Endpoint", application.AddParameterFromConfiguration("captioning-endpoint", Endpoint))
                .WithEnvironment("Captioning__Model", application.AddParameterFromConfiguration("captioning-model", Model));
        }

        if (IsSet(ApiKey))
        {
            var key = application.AddParameterFromConfiguration("captioning-key", ApiKey, secret: true);
            engine.WithEnvironment("Captioning__ApiKey", key);
        }

        return engine;

        bool IsSet(string setting) => !string.IsNullOrEmpty(application.Configuration[setting]);
    }
}
