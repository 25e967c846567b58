using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>Texts of JSON as strings. The parser lets bytes and escapes through that are no Unicode, and only then objects.</summary>
internal static class JsonText
{
    /// <summary>Gives the text of a member's name or of a string.</summary>
    /// <exception cref="JsonException">The text is not valid Unicode.</exception>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(exception);
        }
    }

    /// <summary>Gives the text of a string.</summary>
    /// <exception cref="JsonException">The text is not valid Unicode.</exception>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(exception);
        }
    }

    /// <summary>Gives the name of a member.</summary>
    /// <exception cref="JsonException">The name is not valid Unicode.</exception>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException exception)
        {
            throw NotUnicode(exception);
        }
    }

    private static JsonException NotUnicode(Exception cause) => new("A text is not valid Unicode.", cause);
}
