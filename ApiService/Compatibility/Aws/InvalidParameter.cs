using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>Refuses values that Rekognition does not take.</summary>
internal static class InvalidParameter
{
    public static ProblemException Of(string message) => new(AwsErrors.InvalidParameter, message);

    public static void Unless(bool isValid, string message)
    {
        if (!isValid)
        {
            throw Of(message);
        }
    }

    /// <summary>Refuses what is no percentage; what is not there is one.</summary>
    public static void UnlessPercentage(float? value, string name) =>
        Unless(value is null or (>= 0 and <= 100), $"{name} must be 0 to 100.");
}
