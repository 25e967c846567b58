namespace ApiService.OpenApi;

/// <summary>On an endpoint: a header of its replies.</summary>
/// <param name="Status">The status of the replies that have it.</param>
/// <param name="Name">The header.</param>
/// <param name="Description">What it tells.</param>
internal sealed record ReplyHeader(int Status, string Name, string Description);
