using System.Text.Json.Serialization;

namespace WebFrontend.Status;

/// <summary>The states of a health check, and one more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceState>))]
internal enum ServiceState
{
    /// <summary>It does not answer, or with something that is no report.</summary>
    Away,

    Unhealthy,

    Degraded,

    Healthy,
}
