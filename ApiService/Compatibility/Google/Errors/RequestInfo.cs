namespace ApiService.Compatibility.Google.Errors;

/// <summary>The name under which the logs tell more of a request: its trace.</summary>
internal sealed record RequestInfo(string RequestId) : ErrorDetail;
