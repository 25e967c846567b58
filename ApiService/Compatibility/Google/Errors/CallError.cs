namespace ApiService.Compatibility.Google.Errors;

/// <summary>Why a whole call failed.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Status">The name of one of <see cref="RpcCode"/>.</param>
/// <param name="Details">What programs can read.</param>
internal sealed record CallError(int Code, string Message, string Status, IReadOnlyList<ErrorDetail> Details);
