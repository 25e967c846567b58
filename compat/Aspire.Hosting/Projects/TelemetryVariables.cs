using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

internal static class TelemetryVariables
{
    private const string DefaultEndpoint = "http://localhost:18889";

    private const string Retry = "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY";

    private const string InMemory = "in_memory";

    private const string DevelopmentIntervalMilliseconds = "1000";

    public static IResourceBuilder<ProjectResource> WithTelemetry(this IResourceBuilder<ProjectResource> builder)
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        var isDevelopment = builder.ApplicationBuilder.Environment.IsDevelopment();
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            // The rest is of the dashboard, which is not deployed with the application.
            return builder.WithEnvironment(Retry, InMemory);
        }

        return builder.WithEnvironment(context =>
        {
            var variables = context.EnvironmentVariables;
            variables["OTEL_SERVICE_NAME"] = context.Resource.Name;
            variables["OTEL_RESOURCE_ATTRIBUTES"] = ReferenceExpression.Create($"service.instance.id={new ReplicaInstanceId()}");
            variables[Retry] = InMemory;
            variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
            variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
            AddExporter(variables, configuration);
            if (isDevelopment)
            {
                AddDevelopment(variables);
            }
        });
    }

    private static void AddExporter(Dictionary<string, object> variables, ConfigurationManager configuration)
    {
        var grpcEndpoint = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"];
        var httpEndpoint = configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"];
        var useHttp = string.IsNullOrEmpty(grpcEndpoint) && !string.IsNullOrEmpty(httpEndpoint);
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = useHttp ? httpEndpoint! : grpcEndpoint ?? DefaultEndpoint;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = useHttp ? "http/protobuf" : "grpc";
        if (configuration["AppHost:OtlpApiKey"] is { Length: > 0 } key)
        {
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }
    }

    /// <summary>A developer wants to see everything, and at once.</summary>
    private static void AddDevelopment(Dictionary<string, object> variables)
    {
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = DevelopmentIntervalMilliseconds;
        variables["OTEL_BSP_SCHEDULE_DELAY"] = DevelopmentIntervalMilliseconds;
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = DevelopmentIntervalMilliseconds;
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        variables["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "true";
        variables["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true";
        variables["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true";
    }
}
