using System.Net;
using Load.Loops;
using Load.Requests;
using Load.Systems;

namespace Load.Goals;

/// <summary>The two services and the requests that the goals speak of.</summary>
internal sealed class LoadedSystem
{
    public const string Model = "efficientnet-lite0";
    public const string Query = $"model={Model}&top=5";

    /// <summary>Enough that no worker waits for a caller, and few enough that nobody waits long.</summary>
    public static readonly int Callers = Environment.ProcessorCount * 4;

    private LoadedSystem(SystemUnderTest system, IPEndPoint address, byte[] picture)
    {
        System = system;
        Address = address;
        Picture = picture;
        UnloadedBytes = Inference.ResidentBytes;
        NewRaw = new AnalyzeRequest(address, Query, BodyForm.Raw, isUnique: true, picture);
        NewJson = new AnalyzeRequest(address, Query, BodyForm.Json, isUnique: true, picture);
        SameJson = new AnalyzeRequest(address, Query, BodyForm.Json, isUnique: false, picture);
    }

    public SystemUnderTest System { get; }

    public IPEndPoint Address { get; }

    public byte[] Picture { get; }

    /// <summary>Images that nobody has sent before.</summary>
    public ILoadRequest NewRaw { get; }

    public ILoadRequest NewJson { get; }

    /// <summary>One image again and again.</summary>
    public ILoadRequest SameJson { get; }

    public ObservedProcess Inference => System.Processes[0];

    /// <summary>The memory of the inference service before any load.</summary>
    public long UnloadedBytes { get; }

    public static async Task<LoadedSystem> OfAsync(SystemUnderTest system, CancellationToken cancellationToken) =>
        new(system, await system.ResolveAsync(cancellationToken), LoadPicture.Create());

    public Task<LoadTurn> TurnAsync(ILoadRequest request, TimeSpan duration, CancellationToken cancellationToken) =>
        TurnAsync(request, Callers, duration, cancellationToken);

    public Task<LoadTurn> TurnAsync(ILoadRequest request, int callers, TimeSpan duration, CancellationToken cancellationToken) =>
        LoadTurn.RunAsync(System, () => ClosedLoop.RunAsync(request, callers, duration, cancellationToken));
}
