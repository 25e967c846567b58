using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Google.Responses;

/// <summary>How likely something is, with the numbers of Google.</summary>
internal enum Likelihood
{
    [JsonStringEnumMemberName("UNKNOWN")]
    Unknown = 0,

    [JsonStringEnumMemberName("VERY_UNLIKELY")]
    VeryUnlikely = 1,

    [JsonStringEnumMemberName("UNLIKELY")]
    Unlikely = 2,

    [JsonStringEnumMemberName("POSSIBLE")]
    Possible = 3,

    [JsonStringEnumMemberName("LIKELY")]
    Likely = 4,

    [JsonStringEnumMemberName("VERY_LIKELY")]
    VeryLikely = 5,
}
