using Vision.Models;
using Vision.Models.Sessions;

namespace InferenceService.OpenInference;

/// <summary>The answer of <c>GET /v2/models/{model}</c>.</summary>
internal sealed record ModelMetadata(
    string Name,
    IReadOnlyList<string> Versions,
    string Platform,
    IReadOnlyList<TensorDescription> Inputs,
    IReadOnlyList<TensorDescription> Outputs)
{
    private const string OnnxRuntime = "onnxruntime_onnx";

    public static ModelMetadata Of(TensorModel model) =>
        new(model.Reference.Name, model.Versions, OnnxRuntime, model.Inputs, model.Outputs);
}
