namespace ApiService.OpenApi;

/// <summary>On an endpoint: a header that it reads.</summary>
/// <param name="Name">The header.</param>
/// <param name="Pattern">What its values look like, as a regular expression.</param>
/// <param name="Description">What it does.</param>
internal sealed record HeaderParameter(string Name, string Pattern, string Description);
