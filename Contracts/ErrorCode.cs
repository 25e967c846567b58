namespace Contracts;

/// <summary>One kind of problem that a caller can meet (RFC 9457).</summary>
/// <param name="Code">The stable name; <c>/problems/{code}</c> documents it.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Title">A short sentence that never changes.</param>
/// <param name="Remedy">What the caller can do about it, for the page that documents the code.</param>
/// <param name="Retryable">Whether the same request may succeed later.</param>
public sealed record ErrorCode(string Code, int Status, string Title, string Remedy, bool Retryable = false);
