namespace Vision.Models.Sessions;

/// <summary>One input or output of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Datatype">The type of its elements, as the Open Inference Protocol names it, for instance <c>UINT8</c> or <c>FP32</c>.</param>
/// <param name="Shape">Its dimensions; -1 for one that is free.</param>
public sealed record TensorDescription(string Name, string Datatype, IReadOnlyList<long> Shape)
{
    /// <summary>The datatype of 8-bit samples.</summary>
    public const string EightBit = "UINT8";

    /// <summary>The datatype of 32-bit floating-point numbers.</summary>
    public const string SinglePrecision = "FP32";
}
