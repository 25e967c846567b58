using Aspire.Dashboard.Receiving.Protocol.Collector.Logs;
using Aspire.Dashboard.Receiving.Protocol.Collector.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Collector.Trace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Dashboard.Receiving;

/// <summary>The ways in for telemetry: by gRPC, and by HTTP as protocol buffers or JSON.</summary>
internal static class ReceiverExtensions
{
    public static void AddReceiver(this IServiceCollection services, string? key)
    {
        services.AddSingleton(new OtlpKey(key));
        services.AddSingleton<LogsReceiver>();
        services.AddSingleton<TraceReceiver>();
        services.AddSingleton<MetricsReceiver>();
        services.AddGrpc(static grpc => grpc.MaxReceiveMessageSize = OtlpBody.MostBytes);
    }

    /// <summary>Lets telemetry in only with the key. A client of gRPC takes this status for what it is, too.</summary>
    public static void UseReceiverKey(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var isTelemetry = context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
            || context.Request.Path.Value?.StartsWith("/opentelemetry.proto.collector.", StringComparison.Ordinal) == true;
        if (!isTelemetry || context.RequestServices.GetRequiredService<OtlpKey>().IsGood(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    });

    public static void MapGrpcReceiver(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<LogsReceiver>();
        routes.MapGrpcService<TraceReceiver>();
        routes.MapGrpcService<MetricsReceiver>();
    }

    public static void MapHttpReceiver(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/logs", static (HttpContext context, LogsReceiver receiver, CancellationToken cancellationToken) =>
            OtlpBody.HandleAsync<ExportLogsServiceRequest>(context, receiver.Take, cancellationToken));
        routes.MapPost("/v1/traces", static (HttpContext context, TraceReceiver receiver, CancellationToken cancellationToken) =>
            OtlpBody.HandleAsync<ExportTraceServiceRequest>(context, receiver.Take, cancellationToken));
        routes.MapPost("/v1/metrics", static (HttpContext context, MetricsReceiver receiver, CancellationToken cancellationToken) =>
            OtlpBody.HandleAsync<ExportMetricsServiceRequest>(context, receiver.Take, cancellationToken));
    }
}
