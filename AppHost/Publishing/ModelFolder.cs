namespace AppHost.Publishing;

/// <summary>Where a container finds the models.</summary>
internal static class ModelFolder
{
    /// <summary>A volume, which an image of models fills.</summary>
    public const string InVolume = "/models";

    /// <summary>In an image that was built with them, beside the program.</summary>
    public const string InImage = "/app/models";
}
