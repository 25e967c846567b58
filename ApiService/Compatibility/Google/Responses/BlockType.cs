using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Google.Responses;

/// <summary>What a block of a page is, with the numbers of Google; the engine finds text alone.</summary>
internal enum BlockType
{
    [JsonStringEnumMemberName("TEXT")]
    Text = 1,
}
