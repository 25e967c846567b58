namespace ApiService.Compatibility.Google.Responses;

/// <summary>A corner in pixels. Zeros are written: a caller without the client then need not know that they may be left out.</summary>
internal readonly record struct Vertex(int X, int Y);
