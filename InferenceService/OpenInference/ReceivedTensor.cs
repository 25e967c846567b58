namespace InferenceService.OpenInference;

/// <summary>One input of a request, before its numbers are read.</summary>
internal sealed class ReceivedTensor
{
    public string? Name { get; set; }

    public string? Datatype { get; set; }

    public IReadOnlyList<long>? Shape { get; set; }

    /// <summary>Where its numbers begin in the body; null if they are missing.</summary>
    public long? DataAt { get; set; }
}
