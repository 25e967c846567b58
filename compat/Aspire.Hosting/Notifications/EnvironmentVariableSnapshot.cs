namespace Aspire.Hosting.ApplicationModel;

/// <param name="IsFromSpec">Whether the model gives it, and not the process that starts the resource.</param>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);
