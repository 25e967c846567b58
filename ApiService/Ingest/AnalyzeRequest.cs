using Contracts;
using Vision;

namespace ApiService.Ingest;

/// <summary>One request to analyse, whatever body brought it.</summary>
internal sealed class AnalyzeRequest(ReceivedImage received, AnalysisOptions options) : IDisposable
{
    public EncodedImage Image => received.Image;

    public AnalysisOptions Options => options;

    public void Dispose() => received.Dispose();
}
