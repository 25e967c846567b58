using System.Text.Json;

namespace Tests.Api.Compatibility.Aws;

/// <summary>What a call of the official client gave or threw.</summary>
internal sealed record AwsResult
{
    /// <summary>What the client made of the reply.</summary>
    public JsonElement Output { get; init; }

    /// <summary>The body of the reply as it came.</summary>
    public string? Raw { get; init; }

    public int? Status { get; init; }

    public int? Attempts { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The name of what was thrown.</summary>
    public string? Error { get; init; }

    public string? Message { get; init; }

    /// <summary><c>client</c> or <c>server</c>.</summary>
    public string? Fault { get; init; }

    /// <summary>The classes of the client that it is an instance of.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];
}
