using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Google.Responses;

/// <summary>What follows a symbol, with the numbers of Google.</summary>
internal enum BreakType
{
    [JsonStringEnumMemberName("SPACE")]
    Space = 1,

    [JsonStringEnumMemberName("LINE_BREAK")]
    LineBreak = 5,
}
