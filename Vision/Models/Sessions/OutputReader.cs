namespace Vision.Models.Sessions;

/// <summary>Reads an output while it is there.</summary>
/// <param name="values">Its values, row by row, in memory of ONNX Runtime.</param>
/// <param name="shape">Its dimensions.</param>
internal delegate void OutputReader(ReadOnlySpan<float> values, ReadOnlySpan<long> shape);
