using ApiService.Caching;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Jobs;

/// <summary>What a caller asks to be done later.</summary>
internal sealed record JobRequest
{
    private JobRequest(JobKind kind, string fingerprint) => (Kind, Fingerprint) = (kind, fingerprint);

    public JobKind Kind { get; }

    /// <summary>What makes two requests the same: their bytes and their settings.</summary>
    public string Fingerprint { get; }

    /// <summary>For an analysis: the image. It belongs to the request that brought it.</summary>
    public ReceivedImage? Image { get; private init; }

    /// <summary>For a training: the examples. They belong to the request that brought them, unless a store takes them over.</summary>
    public OwnedExamples? Examples { get; private init; }

    public required JobSettings Settings { get; init; }

    /// <summary>The caller's own name for this request, made unique over all callers; null if it gave none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The activity that the job belongs to, as W3C trace context.</summary>
    public string? Trace { get; init; }

    /// <summary>Number of bytes that are kept until the job is finished.</summary>
    public long Bytes => Image?.Image.Bytes.Length ?? Examples!.Set.Length;

    public static JobRequest ToAnalyze(ReceivedImage image, AnalysisOptions options, CacheUse use) =>
        new(JobKind.Analysis, $"{image.Image.Digest}{AnalysisQuery.Format(options)}")
        {
            Image = image,
            Settings = new JobSettings { Options = options, Use = use },
        };

    public static JobRequest ToTrain(string name, OwnedExamples examples) =>
        new(JobKind.Training, $"{examples.Set.Digest}classifier={name}")
        {
            Examples = examples,
            Settings = new JobSettings { ClassifierName = name },
        };
}
