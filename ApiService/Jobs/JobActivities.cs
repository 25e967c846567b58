using System.Diagnostics;
using ApiService.Telemetry;
using Contracts;

namespace ApiService.Jobs;

/// <summary>The spans of a job's way through its queue, as the conventions for messaging have them. A job's id is in none: it is a secret.</summary>
internal static class JobActivities
{
    private const string Send = "send";
    private const string Process = "process";

    /// <summary>A job is put into its queue; whatever it causes belongs to the trace of this.</summary>
    /// <param name="kind">What it does, and so its queue.</param>
    /// <param name="isShared">Whether all replicas share the queue.</param>
    public static Activity? StartSending(JobKind kind, bool isShared) =>
        Start(kind, isShared, Send, ActivityKind.Producer, parent: null);

    /// <summary>A worker begins with a job.</summary>
    public static Activity? StartProcessing(JobLease lease) =>
        Start(lease.Kind, lease.Store is InRedis.RedisJobStore, Process, ActivityKind.Consumer, lease.Trace)?
            .SetTag(SpanAttributes.JobAttempt, lease.Attempt);

    private static Activity? Start(JobKind kind, bool isShared, string operation, ActivityKind direction, string? parent)
    {
        var queue = ApiTelemetry.NameOf(kind);
        return ApiTelemetry.Source.StartActivity($"{operation} {queue}", direction, parent)?
            .SetTag(SpanAttributes.MessagingSystem, isShared ? "redis" : "memory")
            .SetTag(SpanAttributes.MessagingOperationType, operation)
            .SetTag(SpanAttributes.MessagingOperationName, operation)
            .SetTag(SpanAttributes.MessagingDestinationName, queue);
    }
}
