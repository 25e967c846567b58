namespace Tests.Api.Compatibility.Azure;

/// <summary>What <c>azure-calls.mjs</c> is told to send.</summary>
/// <param name="Query">The parameters, as the client takes them.</param>
internal sealed record AzureCall(object Query)
{
    public string Key { get; init; } = CloudApi.Key;

    /// <summary>The image's file.</summary>
    public string? File { get; init; }

    /// <summary>The image's address, where there is no file.</summary>
    public string? Url { get; init; }

    /// <summary>Options of the client itself.</summary>
    public object? Options { get; init; }
}
