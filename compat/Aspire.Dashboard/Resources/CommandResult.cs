namespace Aspire.Dashboard.Resources;

/// <summary>What came of a command.</summary>
public sealed record CommandResult(bool Success, string? Message);
