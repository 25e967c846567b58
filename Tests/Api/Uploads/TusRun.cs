namespace Tests.Api.Uploads;

/// <summary>What the stock client did.</summary>
/// <param name="Outcome"><c>done</c>, <c>stopped</c> or <c>failed</c>.</param>
/// <param name="Message">Why it failed.</param>
/// <param name="Url">Where the upload is.</param>
/// <param name="Exchanges">Its requests, in their order.</param>
internal sealed record TusRun(string Outcome, string? Message, Uri? Url, IReadOnlyList<TusExchange> Exchanges);
