namespace ApiService.Inference;

/// <summary>Where the engine runs.</summary>
internal enum InferenceMode
{
    /// <summary>At the inference service.</summary>
    Remote,

    /// <summary>In this process: the whole product in one, for small installations.</summary>
    InProcess,
}
