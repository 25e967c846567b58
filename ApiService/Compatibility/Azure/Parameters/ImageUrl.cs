namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>The body of a request whose image is elsewhere.</summary>
/// <param name="Url">The image's address; it is never fetched.</param>
internal sealed record ImageUrl(string? Url);
