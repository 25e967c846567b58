using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Tests.Deployment.Chart;

/// <summary>The documents of a YAML text, as JSON.</summary>
internal static class YamlDocuments
{
    public static IReadOnlyList<JsonElement> Read(string text)
    {
        // Numbers and truth values keep their kind, which Kubernetes cares for.
        var deserializer = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var serializer = new SerializerBuilder().JsonCompatible().Build();
        var parser = new Parser(new StringReader(text));
        parser.Consume<YamlDotNet.Core.Events.StreamStart>();
        var documents = new List<JsonElement>();
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _))
        {
            documents.Add(JsonDocument.Parse(serializer.Serialize(deserializer.Deserialize(parser))).RootElement);
        }

        return documents;
    }
}
