namespace ApiService.Compatibility.Azure.Problems;

/// <summary>How Azure tells one kind of problem.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code.</param>
/// <param name="InnerCode">The code of the inner error, where there is one.</param>
internal sealed record AzureError(int Status, string Code, string? InnerCode = null)
{
    private const string InvalidRequestCode = "InvalidRequest";
    private const string ServerErrorCode = "InternalServerError";

    public static AzureError InvalidRequest(string? innerCode = null) => new(StatusCodes.Status400BadRequest, InvalidRequestCode, innerCode);

    public static AzureError ServerError(string? innerCode = null) =>
        new(StatusCodes.Status500InternalServerError, ServerErrorCode, innerCode);

    public static AzureError Unavailable() => new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable");
}
