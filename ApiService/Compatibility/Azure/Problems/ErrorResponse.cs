namespace ApiService.Compatibility.Azure.Problems;

/// <summary>The body of Azure's errors.</summary>
internal sealed record ErrorResponse(ErrorDetails Error);
