using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using Vision.Decoding;
using Vision.Models.Manifests;

namespace Vision.Models.Sessions;

/// <summary>
/// One ONNX Runtime session, shared by all workers: a run uses one thread, and as many runs go on at once as there are workers.
/// No type of ONNX Runtime leaves this folder.
/// </summary>
internal sealed class ModelSession : IDisposable
{
    /// <summary>The setting of ONNX Runtime for the folder of the other files that a model asks for; without it that is the working folder.</summary>
    private const string OtherFilesFolder = "session.model_external_initializers_file_folder_path";

    /// <summary>A folder that does not exist, in a place where only those who install the service can make one.</summary>
    private static readonly string NoFolder = Path.Combine(AppContext.BaseDirectory, "no-other-model-files");

    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly string[] inputNames;
    private readonly string[] logitsName;
    private readonly long[] inputShape;
    private readonly long[] logitsShape;

    /// <param name="model">The ONNX file, whose digest has been checked. It is all that is read: another file would have no digest.</param>
    /// <param name="manifest">Names and shapes.</param>
    /// <param name="classes">Number of logits.</param>
    public ModelSession(byte[] model, ModelManifest manifest, int classes)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry(OtherFilesFolder, NoFolder);
        session = new InferenceSession(model, options);
        inputNames = [manifest.Input.Name];
        logitsName = [manifest.Outputs.Logits];
        inputShape = [1, manifest.Input.Height, manifest.Input.Width, PixelBuffer.Channels];
        logitsShape = [1, classes];
    }

    /// <summary>Runs the model on one image.</summary>
    /// <param name="pixels">The image, of the manifest's size.</param>
    /// <param name="logits">Receives one value a class.</param>
    public void Run(PixelBuffer pixels, Memory<float> logits)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, pixels.Memory, inputShape);
        using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, logits, logitsShape);
        session.Run(runOptions, inputNames, [input], logitsName, [output]);
    }

    /// <summary>Runs the model once on a grey image, so that the first request finds everything in its place.</summary>
    public void WarmUp()
    {
        using var pixels = new PixelBuffer((int)inputShape[2], (int)inputShape[1]);
        pixels.Span.Fill(byte.MaxValue / 2);
        using var logits = MemoryPool<float>.Shared.Rent((int)logitsShape[1]);
        Run(pixels, logits.Memory[..(int)logitsShape[1]]);
    }

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }
}
