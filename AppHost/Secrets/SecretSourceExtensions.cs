using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AppHost.Secrets;

internal static partial class SecretSourceExtensions
{
    private const string Category = "AppHost.Secrets";

    /// <summary>Says at every start where the value is to be found, and never the value itself.</summary>
    /// <param name="parameter">A parameter that is generated if nobody gives it.</param>
    /// <param name="title">What the parameter is to a person.</param>
    public static IResourceBuilder<ParameterResource> TellWhereToFind(this IResourceBuilder<ParameterResource> parameter, string title)
    {
        var application = parameter.ApplicationBuilder;
        if (application.ExecutionContext.IsRunMode)
        {
            application.Eventing.Subscribe<BeforeStartEvent>((start, _) =>
            {
                var logger = start.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
                var source = SecretSource.Describe(application.Configuration, parameter.Resource.Name);
                LogSource(logger, title, source);
                return Task.CompletedTask;
            });
        }

        return parameter;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Title} is {Source}")]
    private static partial void LogSource(ILogger logger, string title, string source);
}
