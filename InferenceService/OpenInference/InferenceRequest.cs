using Vision.Models.Sessions;

namespace InferenceService.OpenInference;

/// <summary>What a caller wants of a network.</summary>
/// <param name="id">The caller's own name for the request, which the answer repeats.</param>
/// <param name="inputs">The tensors, which belong to this.</param>
/// <param name="outputs">The names of the outputs that are wanted.</param>
internal sealed class InferenceRequest(string? id, IReadOnlyList<TensorInput> inputs, IReadOnlyList<string> outputs) : IDisposable
{
    public string? Id => id;

    public IReadOnlyList<TensorInput> Inputs => inputs;

    public IReadOnlyList<string> Outputs => outputs;

    public void Dispose()
    {
        foreach (var input in inputs)
        {
            input.Dispose();
        }
    }
}
