using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;

namespace WebFrontend.Localization;

/// <summary>The texts that a page's script writes, taken from the same resource files as the page itself.</summary>
internal sealed class ScriptTexts(IStringLocalizerFactory localizers)
{
    /// <summary>What the name of a text begins with that scripts use; they know it without.</summary>
    public const string Prefix = "script.";

    /// <summary>Every language as it is written; the encoder still escapes what could end the element around it.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The texts of several resources as one JSON object, safe to stand in a page.</summary>
    public string ToJson(params IEnumerable<Type> resources) => JsonSerializer.Serialize(
        resources.SelectMany(resource => localizers.Create(resource).GetAllStrings())
            .Where(static text => text.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static text => text.Name[Prefix.Length..], static text => text.Value, StringComparer.Ordinal),
        Readable);
}
