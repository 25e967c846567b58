using System.Buffers;
using System.Text.Json;

namespace InferenceService.OpenInference;

/// <summary>A request without the numbers of its tensors. Members that are not known are passed over, as the protocol's extensions want.</summary>
/// <param name="Id">The caller's own name for it.</param>
/// <param name="Inputs">The tensors.</param>
/// <param name="Outputs">The names of the outputs that are wanted; none for all.</param>
internal sealed record RequestOutline(string? Id, IReadOnlyList<ReceivedTensor> Inputs, IReadOnlyList<string> Outputs)
{
    private const int MostTensors = 64;
    private const int MostDimensions = 16;

    /// <exception cref="JsonException">The body is not the JSON of a request.</exception>
    public static RequestOutline Read(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        string? id = null;
        List<ReceivedTensor> inputs = [];
        List<string> outputs = [];
        Expect(ref reader, JsonTokenType.StartObject, "an object");
        while (NextMember(ref reader) is { } member)
        {
            switch (member)
            {
                case "id":
                    id = ReadString(ref reader);
                    break;
                case "inputs":
                    ReadArray(ref reader, inputs, MostTensors, ReadTensor);
                    break;
                case "outputs":
                    ReadArray(ref reader, outputs, MostTensors, ReadOutput);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // Whatever follows the object is met here.
        return reader.Read() ? throw new JsonException("something follows the request.") : new RequestOutline(id, inputs, outputs);
    }

    private static ReceivedTensor ReadTensor(ref Utf8JsonReader reader)
    {
        var tensor = new ReceivedTensor();
        Check(reader.TokenType == JsonTokenType.StartObject, "an input is an object");
        while (NextMember(ref reader) is { } member)
        {
            switch (member)
            {
                case "name":
                    tensor.Name = ReadString(ref reader);
                    break;
                case "datatype":
                    tensor.Datatype = ReadString(ref reader);
                    break;
                case "shape":
                    List<long> shape = [];
                    ReadArray(ref reader, shape, MostDimensions, ReadSize);
                    tensor.Shape = shape;
                    break;
                case "data":
                    Expect(ref reader, JsonTokenType.StartArray, "data is an array");
                    tensor.DataAt = reader.TokenStartIndex;
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return tensor;
    }

    private static string ReadOutput(ref Utf8JsonReader reader)
    {
        var name = string.Empty;
        Check(reader.TokenType == JsonTokenType.StartObject, "an output is an object");
        while (NextMember(ref reader) is { } member)
        {
            if (member == "name")
            {
                name = ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return name;
    }

    private static long ReadSize(ref Utf8JsonReader reader)
    {
        Check(reader.TokenType == JsonTokenType.Number, "a shape is an array of whole numbers");
        return reader.TryGetInt64(out var size) ? size : throw new JsonException("a shape is an array of whole numbers.");
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "id, name and datatype are strings");
        return reader.GetString()!;
    }

    private static void ReadArray<T>(ref Utf8JsonReader reader, List<T> items, int most, ItemReader<T> read)
    {
        Expect(ref reader, JsonTokenType.StartArray, "inputs, outputs and shape are arrays");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Check(items.Count < most, "an array of it has too many items");
            items.Add(read(ref reader));
        }
    }

    private static string? NextMember(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what) =>
        Check(reader.Read() && reader.TokenType == type, what);

    private static void Check(bool condition, string what)
    {
        if (!condition)
        {
            throw new JsonException($"{what}.");
        }
    }

    private delegate T ItemReader<out T>(ref Utf8JsonReader reader);
}
