using System.Buffers;
using System.Text.Json;
using Contracts;
using Vision.Models;
using Vision.Models.Sessions;

namespace InferenceService.OpenInference;

/// <summary>
/// Reads a request twice: first everything but the numbers, then, once the shapes are known to fit the network, the numbers into
/// memory of just that size.
/// </summary>
internal static class InferenceRequestReader
{
    /// <exception cref="JsonException">The body is not the JSON of a request.</exception>
    /// <exception cref="ProblemException"><c>invalid_request</c>: the request does not fit the network.</exception>
    public static InferenceRequest Read(ReadOnlySequence<byte> body, TensorModel model)
    {
        var (id, received, outputs) = RequestOutline.Read(body);
        var known = model.Outputs.Where(static output => output.Datatype == TensorDescription.SinglePrecision).Select(static output => output.Name).ToList();
        Require(outputs.All(known.Contains), $"The network gives {string.Join(", ", known)}.");
        Require(outputs.Distinct(StringComparer.Ordinal).Count() == outputs.Count, "An output is named twice.");
        List<TensorInput> inputs = [];
        try
        {
            foreach (var description in model.Inputs)
            {
                var tensors = received.Where(tensor => tensor.Name == description.Name).ToList();
                Require(tensors.Count == 1, $"The network takes one input '{description.Name}'.");
                inputs.Add(Fill(body, tensors[0], description));
            }

            Require(inputs.Count == received.Count, "The request has inputs that the network does not take.");
            return new InferenceRequest(id, inputs, outputs.Count == 0 ? known : outputs);
        }
        catch
        {
            inputs.ForEach(static input => input.Dispose());
            throw;
        }
    }

    private static TensorInput Fill(ReadOnlySequence<byte> body, ReceivedTensor tensor, TensorDescription description)
    {
        if (tensor is not { Datatype: { } datatype, Shape: { } shape, DataAt: { } place })
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, $"Input '{description.Name}' needs name, datatype, shape and data.");
        }

        var input = new TensorInput(description, datatype, shape);
        try
        {
            var found = Fill(new Utf8JsonReader(body.Slice(place)), input);
            Require(found == input.Count, $"The data of input '{description.Name}' has another number of elements than its shape.");
            return input;
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Reads the numbers of an array, nested or not, and tells how many there are; it stops at the first one too many.</summary>
    private static int Fill(Utf8JsonReader reader, TensorInput input)
    {
        var bytes = input.Bytes;
        var floats = input.Floats;
        var count = 0;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0) && count <= input.Count)
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
            {
                continue;
            }

            Require(reader.TokenType == JsonTokenType.Number, "The data of an input are numbers, in one array or in nested ones.");
            if (count < input.Count)
            {
                Require(
                    bytes.IsEmpty ? reader.TryGetSingle(out floats[count]) && float.IsFinite(floats[count]) : reader.TryGetByte(out bytes[count]),
                    $"The data of input '{input.Description.Name}' has a number that is no {input.Description.Datatype}.");
            }

            count++;
        }

        return count;
    }

    private static void Require(bool condition, string detail)
    {
        if (!condition)
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, detail);
        }
    }
}
