using Contracts;
using Vision;

namespace ApiService.Ingest;

/// <summary>One request to analyse, whatever body brought it.</summary>
/// <param name="images">Its images; those of a batch may have been refused one by one.</param>
/// <param name="options">What to compute of each.</param>
/// <param name="isStream">Whether the caller wants to be told as the work goes on.</param>
internal sealed class AnalyzeRequest(RequestImages images, AnalysisOptions options, bool isStream) : IDisposable
{
    public IReadOnlyList<ImageSlot> Images => images.Slots;

    /// <summary>The image of a request that has just one.</summary>
    public ReceivedImage Image => images.Slots[0].Image;

    public AnalysisOptions Options => options;

    public bool IsStream => isStream;

    /// <summary>Until when the caller waits.</summary>
    public Deadline Deadline { get; init; }

    public void Dispose() => images.Dispose();
}
