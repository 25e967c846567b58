namespace Aspire.Dashboard.Login;

/// <summary>How somebody shows that the dashboard is theirs.</summary>
/// <param name="Token">The token in the login link; null where everybody may see everything.</param>
internal sealed record LoginOptions(string? Token);
