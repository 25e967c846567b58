namespace ApiService.Compatibility.Google.Responses;

/// <summary>An error in the place of an image, or of a part of its answer.</summary>
/// <param name="Code">A number of <see cref="Errors.RpcCode"/>.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record RpcStatus(int Code, string Message);
