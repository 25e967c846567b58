using System.Diagnostics;
using Contracts;
using Load.Requests;
using Load.Systems;
using Vision;
using Vision.Probing;

namespace Load.Engines;

/// <summary>
/// The bound of this machine: new images in a closed loop through the engine in this process, one caller a core. Decoding and the
/// model's run are all that is in it: no server, no reading of bodies, no digest.
/// </summary>
internal sealed class BoundLoop(VisionEngine engine, string model, byte[] picture)
{
    private readonly PictureStamp stamp = new(isUnique: true);
    private readonly ImageHeader header = ImageProbe.Read(PictureStamp.MakeRoom(picture));
    private readonly string digest = ImageDigest.Of(picture);
    private readonly AnalysisOptions options = new() { Model = model, Features = Features.Labels, Top = 5 };

    public async Task<EngineTurn> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using var process = Process.GetCurrentProcess();
        var (processor, machine, start) = (process.TotalProcessorTime, MachineTime.Used, Stopwatch.GetTimestamp());
        var images = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Run(() => CallAsync(start, duration, cancellationToken), cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new EngineTurn(images.Sum(), elapsed, process.TotalProcessorTime - processor, MachineTime.Used - machine);
    }

    private async Task<int> CallAsync(long start, TimeSpan duration, CancellationToken cancellationToken)
    {
        var own = PictureStamp.MakeRoom(picture);
        var images = 0;
        for (; Stopwatch.GetElapsedTime(start) < duration; images++)
        {
            stamp.Write(own.AsSpan(PictureStamp.CommentStart.Length));
            var analysis = await engine.AnalyzeAsync(new EncodedImage(own, digest, header), options, cancellationToken);
            if (analysis.Labels is null)
            {
                throw new InvalidOperationException($"The image got no labels: {analysis.Errors[0].Detail}");
            }
        }

        return images;
    }
}
