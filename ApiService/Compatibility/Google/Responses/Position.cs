namespace ApiService.Compatibility.Google.Responses;

/// <summary>A point in pixels. The depth that Google adds is not known here.</summary>
internal readonly record struct Position(float X, float Y);
