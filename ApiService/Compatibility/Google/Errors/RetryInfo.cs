namespace ApiService.Compatibility.Google.Errors;

/// <summary>How long to wait before the next attempt, in seconds as protobuf writes a duration.</summary>
internal sealed record RetryInfo(string RetryDelay) : ErrorDetail;
