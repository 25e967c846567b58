namespace ApiService.Compatibility.Azure.Problems;

/// <summary>The closer kind of an error.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record InnerError(string Code, string Message);
