namespace ApiService.Compatibility.Aws.Shapes;

/// <summary>Confidences as Rekognition tells them.</summary>
internal static class Percent
{
    /// <summary>A confidence of the engine, which has four decimals, in percent.</summary>
    public static float Of(float confidence) => MathF.Round(confidence * 100, 2);
}
