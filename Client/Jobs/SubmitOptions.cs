namespace Client;

/// <summary>How a job is submitted.</summary>
public sealed record SubmitOptions
{
    /// <summary>
    /// The caller's own name for this request, 1 to 128 visible ASCII characters: sent again with the same image and options, it
    /// gives the same job. Null for none.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How long to wait for the analysis, 1 to 60 s, in whole seconds (a part of one counts as a whole). Null answers at once.</summary>
    public TimeSpan? Wait { get; init; }
}
