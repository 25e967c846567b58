namespace Load.Systems;

/// <summary>Which processes the system is made of.</summary>
internal enum EngineMode
{
    /// <summary>ApiService and InferenceService.</summary>
    Remote,

    /// <summary>ApiService alone.</summary>
    InProcess,
}
