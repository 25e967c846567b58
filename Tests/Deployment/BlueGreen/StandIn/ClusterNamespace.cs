using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>A namespace of a test's own: what is in it, what was asked, and what goes wrong in it.</summary>
internal sealed class ClusterNamespace(ObjectStore store, string name)
{
    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<RecordedRequest, bool>? isCutOff;
    private bool isAwayAfterwards;
    private volatile bool isAway;

    public string Name => name;

    public ConcurrentQueue<RecordedRequest> Requests { get; } = [];

    public ConcurrentQueue<PodCall> Calls { get; } = [];

    /// <summary>What goes wrong with which calls.</summary>
    public Func<PodCall, Fault?> Faults { get; set; } = static _ => null;

    /// <summary>Where the Service <c>prometheus</c> of this namespace leads to.</summary>
    public Uri? Prometheus { get; set; }

    /// <summary>Comes to its end when the request has come that is never answered.</summary>
    public Task CutOff => seen.Task;

    /// <summary>Writes down a call, and says what goes wrong with it.</summary>
    public Fault Receive(PodCall call)
    {
        Calls.Enqueue(call);
        return Faults(call) ?? new Fault();
    }

    public JsonObject? Find(string kind, string called) => store.Find(new ObjectKey(ResourceKind.Of(kind), name, called));

    public IReadOnlyList<JsonObject> All() => store.List(name).Items;

    /// <summary>The first request that matches is held, without effect, until its sender has gone.</summary>
    public void HoldAt(Func<RecordedRequest, bool> match) => isCutOff = match;

    /// <summary>The first request that matches has its effect, but neither it nor any later one is answered.</summary>
    public void LoseConnectionAt(Func<RecordedRequest, bool> match) => (isCutOff, isAwayAfterwards) = (match, true);

    public void Reconnect() => isAway = false;

    /// <summary>So much time passes that a lock that nobody renews has run out.</summary>
    public void LetLockExpire() => Edit("Lease", "blue-green", static lease => lease["spec"]!["renewTime"] = "2020-01-01T00:00:00.000000Z");

    /// <summary>Changes an object by hand, as an operator or a controller would; makes it when it is not there.</summary>
    public void Edit(string kind, string called, Action<JsonObject> edit) =>
        store.Change(new ObjectKey(ResourceKind.Of(kind), name, called), stored =>
        {
            var edited = stored ?? new StoredObject([], new FieldOwners());
            edit(edited.Content);
            return edited;
        });

    /// <summary>Handles a request of this namespace.</summary>
    public async Task HandleAsync(RecordedRequest request, HttpContext context, Func<Task> next)
    {
        Requests.Enqueue(request);
        if (isAway)
        {
            context.Abort();
            return;
        }

        if (isCutOff?.Invoke(request) != true)
        {
            await next();
            return;
        }

        isCutOff = null;
        if (isAwayAfterwards)
        {
            var answer = context.Response.Body;
            context.Response.Body = Stream.Null;
            isAway = true;
            await next();
            context.Response.Body = answer;
            seen.SetResult();
            context.Abort();
        }
        else
        {
            seen.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
