using YamlDotNet.Serialization;

namespace Aspire.Hosting.Publishing.Yaml;

/// <summary>How objects are published as YAML: every text in double quotes, nothing for what is null or has no members, block style.</summary>
internal static class PublishedYaml
{
    /// <summary>A serializer is for one text: its emitter remembers where it is.</summary>
    public static SerializerBuilder CreateBuilder(INamingConvention names) => new SerializerBuilder()
        .WithNamingConvention(names)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .WithEventEmitter(static next => new QuotedTextEmitter(next))
        .WithIndentedSequences()
        .WithNewLine("\n")
        .DisableAliases();
}
