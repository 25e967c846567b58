using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace Vision;

/// <summary>Puts what is told of an analysis into a stream of server-sent events.</summary>
/// <param name="events">The stream; it has no bound, since an analysis has a handful of events.</param>
public sealed class AnalysisEventWriter(ChannelWriter<SseItem<string>> events) : IProgress<AnalysisEvent>
{
    /// <summary>Adds an event to the end of the stream.</summary>
    /// <param name="value">The event.</param>
    public void Report(AnalysisEvent value) => events.TryWrite(new SseItem<string>(value.Data, value.Type));
}
