using System.Globalization;
using System.Net.ServerSentEvents;
using System.Threading.Channels;

namespace Vision.Classifiers;

/// <summary>What the inference service tells of a training, as server-sent events.</summary>
/// <param name="events">The stream. It has no bound, so what would change nothing is left out.</param>
public sealed class TrainingEvents(ChannelWriter<SseItem<string>> events) : IProgress<double>
{
    /// <summary>The name of events that tell how much is done: a number, 0 to 1.</summary>
    public const string Progress = "progress";

    /// <summary>The name of the last event of a training that succeeded: its result.</summary>
    public const string Completed = "completed";

    private const double Step = 0.01;

    private double told;

    /// <summary>Reads the data of a <see cref="Progress"/> event; what is no number counts as nothing.</summary>
    /// <param name="data">The data.</param>
    public static double ReadProgress(string data) =>
        double.TryParse(data, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>Adds an event to the end of the stream, if enough has been done since the last one.</summary>
    /// <param name="value">How much is done, 0 to 1.</param>
    public void Report(double value)
    {
        if (value >= told + Step)
        {
            told = value;
            events.TryWrite(new SseItem<string>(value.ToString("0.####", CultureInfo.InvariantCulture), Progress));
        }
    }
}
