using System.Globalization;
using System.Text.Json;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Contracts;

namespace ApiService.Compatibility.Google.Requests;

/// <summary>
/// A message in the JSON form of protobuf: a member may be written in camel or in snake case, null stands for nothing, numbers
/// may be texts, and enumerations are names or numbers. Members that are not known or come twice are refused.
/// </summary>
internal sealed class ProtoMessage
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly string path;

    private ProtoMessage(string path) => this.path = path;

    /// <summary>Reads a message whose members have these names, in camel case.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>.</exception>
    public static ProtoMessage Of(JsonElement json, string path, IReadOnlyList<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw InvalidAt(path, "An object is expected.");
        }

        var message = new ProtoMessage(path);
        foreach (var member in json.EnumerateObject())
        {
            var written = JsonText.NameOf(member);
            var name = names.FirstOrDefault(name => written == name || written == JsonNamingPolicy.SnakeCaseLower.ConvertName(name))
                ?? throw message.Invalid(written, "Unknown name.");
            if (!message.members.TryAdd(name, member.Value))
            {
                throw message.Invalid(written, "This member is given more than once.");
            }
        }

        return message;
    }

    /// <summary>The problem of one member.</summary>
    public ProblemException Invalid(string name, string message) => InvalidAt(PathOf(name), message);

    public ProtoMessage? Message(string name, IReadOnlyList<string> names) =>
        Find(name) is { } value ? Of(value, PathOf(name), names) : null;

    public IReadOnlyList<ProtoMessage> Messages(string name, IReadOnlyList<string> names) =>
        [.. Elements(name).Select((element, index) => Of(element, IndexOf(name, index), names))];

    public IEnumerable<double> Numbers(string name) =>
        Elements(name).Select(element => NumberOf(element) ?? throw Invalid(name, "Numbers are expected."));

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => JsonText.Of(text),
        _ => throw Invalid(name, "A text is expected."),
    };

    /// <summary>A whole number; 0 where there is none.</summary>
    public int Integer(string name) => Find(name) is { } value ? IntegerOf(value) ?? throw Invalid(name, "A whole number is expected.") : 0;

    /// <summary>A value of an enumeration; a number may be one that is not known.</summary>
    public TEnum? Enumeration<TEnum>(string name, Func<string, TEnum?> parse)
        where TEnum : struct, Enum => Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => parse(JsonText.Of(text)) ?? throw Invalid(name, "This value is not known."),
            _ => (TEnum)Enum.ToObject(typeof(TEnum), Integer(name)),
        };

    private static int? IntegerOf(JsonElement value) =>
        NumberOf(value) is >= int.MinValue and <= int.MaxValue and var number && number == Math.Floor(number) ? (int)number : null;

    private static double? NumberOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) => number,
        JsonValueKind.String when double.TryParse(JsonText.Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static ProblemException InvalidAt(string path, string message)
    {
        var place = path.Length == 0 ? "body" : path;
        return new ProblemException(ErrorCodes.InvalidRequest, $"{place}: {message}")
        {
            Errors = InvalidRequest.Of(place, message).Errors,
        };
    }

    private JsonElement? Find(string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement[] Elements(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray()],
        _ => throw Invalid(name, "An array is expected."),
    };

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string IndexOf(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{index}]");
}
