using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tests.Fixtures;

/// <summary>A trace that a test begins, and the spans of it that end in this process, whichever services run in it.</summary>
internal sealed class RecordedTrace : IDisposable
{
    private readonly ConcurrentQueue<Activity> spans = [];
    private readonly ActivitySpanId root = ActivitySpanId.CreateRandom();
    private readonly ActivityListener listener;

    public RecordedTrace()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.TraceId == Id ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == Id)
                {
                    spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>A setting of the services: they make spans only where there is somewhere to send them. Nobody listens there.</summary>
    public static (string Name, string Value) Receiver => ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");

    public ActivityTraceId Id { get; } = ActivityTraceId.CreateRandom();

    public IReadOnlyCollection<Activity> Spans => spans;

    /// <summary>Everything that the spans tell: names, attributes, events.</summary>
    public IEnumerable<string> Texts => spans.SelectMany(static span => (string[])
    [
        span.DisplayName,
        .. span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"),
        .. span.Events.SelectMany(static happened => happened.Tags).Select(static tag => $"{tag.Key}={tag.Value}"),
    ]);

    public Activity One(string name) => spans.Single(span => span.DisplayName == name);

    /// <summary>A caller whose requests are part of the trace, and who has no spans itself.</summary>
    public HttpClient CreateClient(Uri address) => new(new SocketsHttpHandler { ActivityHeadersPropagator = null })
    {
        BaseAddress = address,
        DefaultRequestHeaders = { { "traceparent", $"00-{Id}-{root}-01" } },
    };

    public async Task EndedAsync(string name) => await Eventually.IsTrueAsync(() => spans.Any(span => span.DisplayName == name));

    public void Dispose() => listener.Dispose();
}
