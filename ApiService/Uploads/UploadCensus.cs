namespace ApiService.Uploads;

/// <summary>The uploads of a store at one moment.</summary>
/// <param name="Open">Those whose bytes are not all there.</param>
/// <param name="Bytes">What all of them count for the quotas of their clients.</param>
internal sealed record UploadCensus(long Open, long Bytes);
