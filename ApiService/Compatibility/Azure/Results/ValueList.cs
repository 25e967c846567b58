namespace ApiService.Compatibility.Azure.Results;

/// <summary>A list as Azure writes it: an object with the member <c>values</c>.</summary>
internal sealed record ValueList<T>(IReadOnlyList<T> Values);
