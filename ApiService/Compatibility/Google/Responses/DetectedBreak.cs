namespace ApiService.Compatibility.Google.Responses;

/// <summary>What follows a symbol.</summary>
internal sealed record DetectedBreak(BreakType Type);
