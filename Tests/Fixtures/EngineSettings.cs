namespace Tests.Fixtures;

/// <summary>Settings of the engine that several fixtures share.</summary>
internal static class EngineSettings
{
    /// <summary>Switches off the features with models of their own: tests of other things start many services, which then start sooner.</summary>
    public static IReadOnlyList<(string Name, string Value)> ClassifiersAlone { get; } =
        [("Objects:Model", string.Empty), ("Faces:Model", string.Empty), ("Moderation:Model", string.Empty), ("Text:Detector", string.Empty)];
}
