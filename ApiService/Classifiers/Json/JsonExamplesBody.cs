using System.Buffers;
using System.Text.Json;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;

namespace ApiService.Classifiers.Json;

/// <summary>
/// The state between two pieces of a JSON body. <see cref="Utf8JsonReader"/> reads everything but the texts of pictures, which
/// <see cref="JsonImageText"/> takes without holding them.
/// </summary>
internal sealed class JsonExamplesBody(ReceivedExamples examples)
{
    private const string NameMember = "name";
    private const string ExamplesMember = "examples";

    private readonly JsonImageText text = new(examples.Start, areSeveral: false);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly JsonExample example = new();
    private readonly List<(string Label, string Upload)> uploads = [];
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 16 });
    private string member = string.Empty;

    /// <summary>The classifier's name, if it has been read.</summary>
    public string? Name { get; private set; }

    /// <summary>The examples whose pictures were uploaded before.</summary>
    public IReadOnlyList<(string Label, string Upload)> Uploads => uploads;

    /// <summary>Reads as far as the bytes reach.</summary>
    /// <returns>What could not be used yet.</returns>
    /// <exception cref="JsonException">The body is no JSON object.</exception>
    /// <exception cref="ProblemException">A member or a picture is refused.</exception>
    public ReadOnlySequence<byte> Read(ReadOnlySequence<byte> buffer, bool isLast)
    {
        while (true)
        {
            var before = text.Place;
            buffer = before == JsonPlace.Structure ? ReadStructure(buffer, isLast) : text.Read(buffer, ref state);
            if (before == JsonPlace.ImageText && text.Place == JsonPlace.Structure)
            {
                example.HasImage = true;
            }

            if (text.Place == before)
            {
                return buffer;
            }
        }
    }

    /// <summary>Checks that everything came.</summary>
    public void Complete()
    {
        if (text.Place != JsonPlace.Structure)
        {
            throw new JsonException("The body ends in the middle.");
        }

        if (!seen.Contains(ExamplesMember))
        {
            throw InvalidRequest.Of(ExamplesMember, "This member is required: the pictures with their labels.");
        }
    }

    private ReadOnlySequence<byte> ReadStructure(ReadOnlySequence<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        while (text.Place == JsonPlace.Structure && reader.Read())
        {
            Take(ref reader);
        }

        state = reader.CurrentState;
        return buffer.Slice(reader.Position);
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType, reader.CurrentDepth)
        {
            case (JsonTokenType.StartObject or JsonTokenType.EndObject, 0):
            case (JsonTokenType.StartArray or JsonTokenType.EndArray, 1) when member == ExamplesMember:
                break;
            case (_, 0):
                throw new JsonException("The body is not an object.");
            case (JsonTokenType.PropertyName, 1):
                StartMember(JsonText.Of(ref reader));
                break;
            case (JsonTokenType.String, 1) when member == NameMember:
                Name = JsonText.Of(ref reader);
                break;
            case (JsonTokenType.StartObject, 2) when member == ExamplesMember:
                example.Clear();
                break;
            case (JsonTokenType.PropertyName, 3):
                example.StartMember(JsonText.Of(ref reader));
                if (example.IsAtImage)
                {
                    text.Expect();
                }

                break;
            case (JsonTokenType.String, 3):
                example.Take(JsonText.Of(ref reader));
                break;
            case (JsonTokenType.EndObject, 2):
                EndExample();
                break;
            default:
                throw InvalidRequest.Of(member, "This value has the wrong type.");
        }
    }

    private void StartMember(string name)
    {
        member = name;
        if (name is not (NameMember or ExamplesMember))
        {
            throw InvalidRequest.Of(name, "This member is not known; name and examples are.");
        }

        if (!seen.Add(name))
        {
            throw InvalidRequest.Of(name, "This member is given more than once.");
        }
    }

    private void EndExample()
    {
        example.Check();
        if (example.Upload is { } upload)
        {
            // A name costs next to nothing; the bytes behind it are counted when they are read.
            if (uploads.Count == examples.Limits.MaximumExamples)
            {
                throw InvalidRequest.Of(ExamplesMember, $"At most {examples.Limits.MaximumExamples} pictures are taken.");
            }

            uploads.Add((example.Label!, upload));
        }
        else
        {
            examples.Complete(example.Label!);
        }
    }
}
