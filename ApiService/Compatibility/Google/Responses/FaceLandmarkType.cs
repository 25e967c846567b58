using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Google.Responses;

/// <summary>Which point of a face it is, with the numbers of Google; left and right are those of who looks at the image.</summary>
internal enum FaceLandmarkType
{
    [JsonStringEnumMemberName("LEFT_EYE")]
    LeftEye = 1,

    [JsonStringEnumMemberName("RIGHT_EYE")]
    RightEye = 2,

    [JsonStringEnumMemberName("NOSE_TIP")]
    NoseTip = 8,

    [JsonStringEnumMemberName("MOUTH_CENTER")]
    MouthCenter = 13,

    [JsonStringEnumMemberName("LEFT_EAR_TRAGION")]
    LeftEarTragion = 27,

    [JsonStringEnumMemberName("RIGHT_EAR_TRAGION")]
    RightEarTragion = 28,
}
