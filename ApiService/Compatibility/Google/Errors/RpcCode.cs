namespace ApiService.Compatibility.Google.Errors;

/// <summary>One of the codes of <c>google.rpc.Code</c> that this server answers with.</summary>
/// <param name="Number">Its number, which stands in the place of an image that failed.</param>
/// <param name="Name">Its name, which stands in the error of a call.</param>
/// <param name="HttpStatus">The HTTP status that goes with it.</param>
internal sealed record RpcCode(int Number, string Name, int HttpStatus)
{
    public static readonly RpcCode InvalidArgument = new(3, "INVALID_ARGUMENT", 400);
    public static readonly RpcCode DeadlineExceeded = new(4, "DEADLINE_EXCEEDED", 504);
    public static readonly RpcCode NotFound = new(5, "NOT_FOUND", 404);
    public static readonly RpcCode PermissionDenied = new(7, "PERMISSION_DENIED", 403);
    public static readonly RpcCode ResourceExhausted = new(8, "RESOURCE_EXHAUSTED", 429);
    public static readonly RpcCode FailedPrecondition = new(9, "FAILED_PRECONDITION", 400);
    public static readonly RpcCode Aborted = new(10, "ABORTED", 409);
    public static readonly RpcCode Unimplemented = new(12, "UNIMPLEMENTED", 501);
    public static readonly RpcCode Internal = new(13, "INTERNAL", 500);
    public static readonly RpcCode Unavailable = new(14, "UNAVAILABLE", 503);
}
