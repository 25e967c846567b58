using Microsoft.ML.OnnxRuntime;

namespace Vision.Models.Sessions;

/// <summary>What a network gave; its memory is the runtime's and is freed with this.</summary>
public sealed class TensorRun : IDisposable
{
    private readonly IReadOnlyList<string> names;
    private readonly IDisposableReadOnlyCollection<OrtValue> values;

    internal TensorRun(IReadOnlyList<string> names, IDisposableReadOnlyCollection<OrtValue> values) =>
        (this.names, this.values) = (names, values);

    /// <summary>How many outputs there are.</summary>
    public int Count => names.Count;

    /// <summary>The name of an output.</summary>
    /// <param name="output">Its place.</param>
    public string NameOf(int output) => names[output];

    /// <summary>The dimensions of an output.</summary>
    /// <param name="output">Its place.</param>
    public IReadOnlyList<long> ShapeOf(int output) => values[output].GetTensorTypeAndShape().Shape;

    /// <summary>The elements of an output of <c>FP32</c>, row by row.</summary>
    /// <param name="output">Its place.</param>
    public ReadOnlySpan<float> FloatsOf(int output) => values[output].GetTensorDataAsSpan<float>();

    /// <summary>Frees the memory.</summary>
    public void Dispose() => values.Dispose();
}
