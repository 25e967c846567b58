namespace ApiService.Compatibility.Google.Errors;

/// <summary>Why a call failed, for programs.</summary>
internal sealed record ErrorInfo(string Reason, string Domain, IReadOnlyDictionary<string, string> Metadata) : ErrorDetail;
