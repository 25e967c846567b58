namespace Vision.Models.Sessions;

/// <summary>Where one output of a run goes.</summary>
/// <param name="Name">Its name in the ONNX graph.</param>
/// <param name="Values">Receives its values, row by row.</param>
/// <param name="Shape">Its dimensions; their product is the length of <paramref name="Values"/>.</param>
internal readonly record struct OutputTensor(string Name, Memory<float> Values, long[] Shape);
