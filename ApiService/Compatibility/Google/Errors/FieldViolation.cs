namespace ApiService.Compatibility.Google.Errors;

/// <summary>What is wrong with one member.</summary>
internal sealed record FieldViolation(string Field, string Description);
