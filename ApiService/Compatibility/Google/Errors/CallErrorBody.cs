namespace ApiService.Compatibility.Google.Errors;

/// <summary>The body of a call that failed as a whole.</summary>
internal sealed record CallErrorBody(CallError Error);
