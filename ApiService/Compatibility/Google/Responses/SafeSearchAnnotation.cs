namespace ApiService.Compatibility.Google.Responses;

/// <summary>How likely an image is unsafe. The engine knows one kind of it; the others are said to be unknown.</summary>
internal sealed record SafeSearchAnnotation(Likelihood Adult)
{
    public Likelihood Spoof { get; init; }

    public Likelihood Medical { get; init; }

    public Likelihood Violence { get; init; }

    public Likelihood Racy { get; init; }
}
