namespace ApiService.Compatibility.Google.Errors;

/// <summary>Which members of a request are wrong.</summary>
internal sealed record BadRequest(IReadOnlyList<FieldViolation> FieldViolations) : ErrorDetail;
