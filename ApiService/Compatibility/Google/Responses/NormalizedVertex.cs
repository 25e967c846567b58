namespace ApiService.Compatibility.Google.Responses;

/// <summary>A corner in shares of the width and the height, 0 to 1.</summary>
internal readonly record struct NormalizedVertex(float X, float Y);
