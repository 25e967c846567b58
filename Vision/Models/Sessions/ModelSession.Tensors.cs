using Contracts;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Vision.Decoding;
using Vision.Models.Manifests;

namespace Vision.Models.Sessions;

/// <summary>The network's own tensors: what they are, whether they are what the manifest says, and running them as they are.</summary>
internal sealed partial class ModelSession
{
    /// <summary>What the network takes.</summary>
    public IReadOnlyList<TensorDescription> Inputs => Describe(session.InputMetadata);

    /// <summary>What it gives.</summary>
    public IReadOnlyList<TensorDescription> Outputs => Describe(session.OutputMetadata);

    /// <exception cref="ModelLoadException">The manifest names a tensor that the file does not have, or one of another type or shape.</exception>
    public void CheckTensors()
    {
        var (inputs, outputs) = (Inputs, Outputs);
        var input = Named(manifest.Input.Name, "input", inputs);
        Require(inputs.Count == 1, $"takes {inputs.Count} inputs; one image is all that it would get");
        var type = manifest.Input.Type == TensorType.Byte ? TensorDescription.EightBit : TensorDescription.SinglePrecision;
        Require(input.Datatype == type, $"takes {input.Datatype} in '{input.Name}', its manifest says {type}");
        Require(Takes(input.Shape), $"takes [{string.Join(", ", input.Shape)}] in '{input.Name}', its manifest says {ShapeInWords()}");
        foreach (var output in NamedOutputs().Select(name => Named(name, "output", outputs)))
        {
            Require(output.Datatype == TensorDescription.SinglePrecision, $"gives {output.Datatype} in '{output.Name}'; FP32 is read");
        }
    }

    /// <summary>Runs the network on tensors of its own; the caller disposes of the result before the session.</summary>
    /// <param name="inputs">All inputs.</param>
    /// <param name="outputs">The names of the outputs that are wanted.</param>
    /// <exception cref="ProblemException"><c>invalid_request</c>: the network does not work on these shapes.</exception>
    public TensorRun Run(IReadOnlyList<TensorInput> inputs, IReadOnlyList<string> outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        List<OrtValue> values = [];
        try
        {
            foreach (var input in inputs)
            {
                values.Add(input.ToValue());
            }

            return new TensorRun(outputs, session.Run(runOptions, [.. inputs.Select(input => input.Description.Name)], values, outputs));
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, "The network cannot run on inputs of these shapes.", exception);
        }
        finally
        {
            values.ForEach(static value => value.Dispose());
        }
    }

    private static IReadOnlyList<TensorDescription> Describe(IReadOnlyDictionary<string, NodeMetadata> tensors) =>
        [.. tensors.Where(static tensor => tensor.Value.IsTensor).Select(static tensor => new TensorDescription(
            tensor.Key, DatatypeOf(tensor.Value.ElementDataType), [.. tensor.Value.Dimensions.Select(static size => (long)size)]))];

    private static string DatatypeOf(TensorElementType type) => type switch
    {
        TensorElementType.UInt8 => TensorDescription.EightBit,
        TensorElementType.Float => TensorDescription.SinglePrecision,
        TensorElementType.Float16 => "FP16",
        TensorElementType.Double => "FP64",
        TensorElementType.Int8 => "INT8",
        TensorElementType.Int16 => "INT16",
        TensorElementType.Int32 => "INT32",
        TensorElementType.Int64 => "INT64",
        TensorElementType.Bool => "BOOL",
        TensorElementType.String => "BYTES",
        _ => type.ToString().ToUpperInvariant(),
    };

    private TensorDescription Named(string name, string role, IReadOnlyList<TensorDescription> tensors) =>
        tensors.FirstOrDefault(tensor => tensor.Name == name) ?? throw new ModelLoadException(
            $"Model {manifest.Name}@{manifest.Version} has no {role} '{name}', which its manifest names; it has "
            + $"{string.Join(", ", tensors.Select(static tensor => $"'{tensor.Name}'"))}.");

    private bool Takes(IReadOnlyList<long> shape)
    {
        var (width, height) = (manifest.Input.Width, manifest.Input.Height);
        long[] wanted = manifest.Input.Layout == TensorLayout.Nhwc
            ? [1, height, width, PixelBuffer.Channels]
            : [1, PixelBuffer.Channels, height, width];
        return shape.Count == wanted.Length
            && shape.Zip(wanted).All(static side => side.First <= 0 || side.Second == 0 || side.First == side.Second);
    }

    private string ShapeInWords() => $"{manifest.Input.Layout.ToString().ToUpperInvariant()} of width {manifest.Input.Width} and height {manifest.Input.Height}";

    private void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new ModelLoadException($"Model {manifest.Name}@{manifest.Version} {what}.");
        }
    }
}
