using Microsoft.ML.OnnxRuntime;
using Vision.Decoding;
using Vision.Models.Manifests;

namespace Vision.Models.Sessions;

/// <summary>
/// One ONNX Runtime session, shared by all workers: a run uses one thread, and as many runs go on at once as there are workers.
/// No type of ONNX Runtime leaves this folder.
/// </summary>
internal sealed partial class ModelSession : IDisposable
{
    /// <summary>The setting of ONNX Runtime for the folder of the other files that a model asks for; without it that is the working folder.</summary>
    private const string OtherFilesFolder = "session.model_external_initializers_file_folder_path";

    /// <summary>A folder that does not exist, in a place where only those who install the service can make one.</summary>
    private static readonly string NoFolder = Path.Combine(AppContext.BaseDirectory, "no-other-model-files");

    /// <summary>The side of the first image of a model that takes any size.</summary>
    private const int FreeSide = 64;

    private readonly InferenceSession session;
    private readonly ModelManifest manifest;
    private readonly RunOptions runOptions = new();
    private readonly string[] inputNames;
    private volatile bool isDisposed;

    /// <param name="model">The ONNX file, whose digest has been checked. It is all that is read: another file would have no digest.</param>
    /// <param name="manifest">Names and shapes.</param>
    public ModelSession(byte[] model, ModelManifest manifest)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // An arena would keep for each session what its largest run took. Without one it is no slower; docs/performance.md.
            EnableCpuMemArena = false,

            // A plan of the memory is kept for each size that ever came.
            EnableMemoryPattern = !ModelTasks.TakesAnySize(manifest.Task),
        };
        options.AddSessionConfigEntry(OtherFilesFolder, NoFolder);
        session = new InferenceSession(model, options);
        this.manifest = manifest;
        inputNames = [manifest.Input.Name];
    }

    /// <summary>What the file says of itself, besides its graph.</summary>
    public IReadOnlyDictionary<string, string> Metadata => session.ModelMetadata.CustomMetadataMap;

    /// <summary>The dimensions of an output for one image, or of an input; those that are free are 1.</summary>
    /// <exception cref="ModelLoadException">The graph has no such tensor.</exception>
    public long[] ShapeOf(string tensor) =>
        session.OutputMetadata.TryGetValue(tensor, out var found) || session.InputMetadata.TryGetValue(tensor, out found)
            ? [.. found.Dimensions.Select(static size => Math.Max(1L, size))]
            : throw new ModelLoadException($"Model {manifest.Name}@{manifest.Version} has no tensor '{tensor}'.");

    /// <summary>Runs the model on one image.</summary>
    /// <param name="pixels">The image, of the manifest's size.</param>
    /// <param name="outputs">Where the outputs go that are wanted.</param>
    public void Run(PixelBuffer pixels, params ReadOnlySpan<OutputTensor> outputs)
    {
        using var input = new PixelTensor(pixels, manifest);
        Run(input.Value, outputs);
    }

    /// <summary>Runs the model on samples that are prepared already.</summary>
    /// <param name="samples">The input, row by row.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="outputs">Where the outputs go that are wanted.</param>
    public void Run(Memory<float> samples, long[] shape, params ReadOnlySpan<OutputTensor> outputs)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, samples, shape);
        Run(input, outputs);
    }

    /// <summary>Runs the model on samples that are prepared already, where only the run tells how large its output is.</summary>
    /// <param name="samples">The input, row by row.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="output">The output that is wanted.</param>
    /// <param name="read">Reads it; it is gone afterwards.</param>
    public void Run(Memory<float> samples, long[] shape, string output, OutputReader read)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, samples, shape);
        using var values = session.Run(runOptions, inputNames, [input], [output]);
        read(values[0].GetTensorDataAsSpan<float>(), values[0].GetTensorTypeAndShape().Shape);
    }

    /// <summary>Runs the model once on a grey image, so that the first request finds everything in its place.</summary>
    public void WarmUp()
    {
        using var pixels = new PixelBuffer(SizeOf(manifest.Input.Width), SizeOf(manifest.Input.Height));
        pixels.Span.Fill(byte.MaxValue / 2);
        using var input = new PixelTensor(pixels, manifest);
        using var values = session.Run(runOptions, inputNames, [input.Value], [.. NamedOutputs()]);
    }

    public void Dispose()
    {
        isDisposed = true;
        runOptions.Dispose();
        session.Dispose();
    }

    private void Run(OrtValue input, ReadOnlySpan<OutputTensor> outputs)
    {
        // The runtime itself would not ask, and end the process.
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var names = new string[outputs.Length];
        var values = new OrtValue[outputs.Length];
        try
        {
            for (var i = 0; i < outputs.Length; i++)
            {
                names[i] = outputs[i].Name;
                values[i] = OrtValue.CreateTensorValueFromMemory(
                    OrtMemoryInfo.DefaultInstance, outputs[i].Values, outputs[i].Shape);
            }

            session.Run(runOptions, inputNames, [input], names, values);
        }
        finally
        {
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    private static int SizeOf(int side) => side > 0 ? side : FreeSide;

    private IEnumerable<string> NamedOutputs()
    {
        var outputs = manifest.Outputs;
        return new[] { outputs.Logits, outputs.Embedding, outputs.Boxes, outputs.Scores, outputs.Landmarks, outputs.Probabilities }
            .OfType<string>();
    }
}
