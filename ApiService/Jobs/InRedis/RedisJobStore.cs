using ApiService.Redis;
using ApiService.Telemetry;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>
/// Jobs of all replicas in Redis: for each kind a stream with a consumer group, one hash a job and one string an image or a set of
/// examples. A worker holds its job as long as it gives signs of life; after that any other one takes it over.
/// </summary>
internal sealed class RedisJobStore(RedisGate redis, RedisJobQueues queues, ApiTelemetry telemetry, IOptions<JobOptions> options) : IJobStore
{
    /// <summary>How long an image may be on its way.</summary>
    private static readonly TimeSpan ImagePatience = TimeSpan.FromSeconds(2);

    private static readonly JobKind[] Kinds = Enum.GetValues<JobKind>();

    private readonly RedisValue retention = (long)options.Value.Retention.TotalMilliseconds;

    public async Task<JobState> AddAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var id = JobId.Create();
        RedisKey[] keys =
            [JobKeys.Job(id), JobKeys.Image(id), JobKeys.Bytes, JobKeys.Queue(request.Kind), JobKeys.Idempotency(request.IdempotencyKey)];
        var settings = StoredJob.Write(request.Kind, request.Settings);
        RedisValue[] values =
        [
            id, request.Image?.Image.Bytes ?? RedisValue.EmptyString, options.Value.MaximumBytes, retention, request.Fingerprint,
            settings.Options, settings.Use, request.Trace ?? string.Empty, request.IdempotencyKey is not null,
        ];
        if (request.Examples is { } examples)
        {
            await using var source = examples.Set.OpenRead();
            await RedisExamples.SendAsync(redis, JobKeys.Image(id), source, cancellationToken);
        }

        var reply = (RedisValue[])(await redis.RunAsync(database => SendAsync(database, request, keys, values), cancellationToken, ImagePatience))!;
        return (string?)reply[0] switch
        {
            "full" => throw JobProblems.Full(),
            "mismatch" => throw JobProblems.OtherRequest(),
            _ => StoredJob.Read(reply[1]!, reply[2..]) ?? throw JobProblems.NotFound(),
        };
    }

    public async Task<JobState?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var fields = await redis.RunAsync(database => database.HashGetAsync(JobKeys.Job(id), StoredJob.Fields), cancellationToken);
        return StoredJob.Read(id, fields);
    }

    public async Task<JobState?> CancelAsync(string id, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(id), JobKeys.Image(id), JobKeys.Bytes];
        var reply = await RunAsync(JobScripts.Cancel, keys, [id, retention], cancellationToken);
        return (string?)reply switch
        {
            "unknown" => null,
            "finished" => throw JobProblems.Finished(),
            _ => await FindAsync(id, cancellationToken),
        };
    }

    public async Task<JobLease?> TakeAsync(JobKind kind, CancellationToken cancellationToken)
    {
        while (await queues[kind].NextAsync(cancellationToken) is { } place)
        {
            if (await BeginAsync(kind, place.Id, place.Job, cancellationToken) is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    public async Task<JobLeaseState> RenewAsync(JobLease lease, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(lease.Id), JobKeys.Queue(lease.Kind)];
        RedisValue[] values = [lease.Entry, JobKeys.Group, queues[lease.Kind].Consumer, lease.Attempt];
        return Enum.Parse<JobLeaseState>(((string)(await RunAsync(JobScripts.Renew, keys, values, cancellationToken))!), ignoreCase: true);
    }

    public Task ReportAsync(JobLease lease, double progress, CancellationToken cancellationToken) =>
        RunAsync(JobScripts.Report, [JobKeys.Job(lease.Id)], [lease.Id, lease.Attempt, progress], cancellationToken);

    public async Task LeaveAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(lease.Id), JobKeys.Image(lease.Id), JobKeys.Bytes, JobKeys.Queue(lease.Kind), JobKeys.GivenUp];
        RedisValue[] values =
        [
            lease.Id, lease.Entry, JobKeys.Group, lease.Attempt, retention, StoredJob.Write(outcome.Status),
            outcome.Result, StoredJob.Write(outcome.Problem), outcome.CountsAsAttempt, outcome.IsGivenUp,
        ];
        await redis.RunAsync(
            database => database.ScriptEvaluateAsync(JobScripts.Leave, keys, values), cancellationToken, ImagePatience);
    }

    public async Task<JobCensus> CountAsync(CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.GivenUp, .. Kinds.Select(JobKeys.Queue)];
        var figures = (long[])(await RunAsync(JobScripts.Count, keys, [JobKeys.Group], cancellationToken))!;
        var open = Kinds.Zip(figures.Skip(1).Chunk(4), static (kind, found) => new[]
        {
            new JobCount(kind, JobStatus.Queued, found[0], TimeSpan.FromMilliseconds(found[1])),
            new JobCount(kind, JobStatus.Running, found[2], TimeSpan.FromMilliseconds(found[3])),
        });
        return new JobCensus([.. open.SelectMany(static counts => counts)], figures[0]);
    }

    /// <summary>Sends the image; its memory stays until the client has let go of it, which may be long after the caller gave up.</summary>
    private static async Task<RedisResult> SendAsync(IDatabase database, JobRequest request, RedisKey[] keys, RedisValue[] values)
    {
        if (request.Image is not { } image)
        {
            return await database.ScriptEvaluateAsync(JobScripts.Add, keys, values);
        }

        ObjectDisposedException.ThrowIf(!image.TryShare(), image);
        try
        {
            return await database.ScriptEvaluateAsync(JobScripts.Add, keys, values);
        }
        finally
        {
            image.Dispose();
        }
    }

    private async Task<JobLease?> BeginAsync(JobKind kind, string place, string id, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(id), JobKeys.Image(id), JobKeys.Bytes, JobKeys.Queue(kind), JobKeys.GivenUp];
        var ended = ProblemWriter.Describe(JobProblems.WorkersEnded(), traceId: null);
        RedisValue[] values = [id, place, JobKeys.Group, options.Value.MaximumAttempts, retention, StoredJob.Write(ended)];
        var reply = (RedisResult[])(await RunAsync(JobScripts.Begin, keys, values, cancellationToken))!;
        switch ((string?)reply[0])
        {
            case "begun":
                break;
            case "given up":
                telemetry.Left(kind, JobOutcome.GivenUp(ended));
                return null;
            default:
                return null;
        }

        var image = kind == JobKind.Analysis
            ? await redis.RunAsync(database => database.StringGetLeaseAsync(JobKeys.Image(id)), cancellationToken, ImagePatience)
            : null;
        return new JobLease(this, kind, id, (int)reply[1])
        {
            Image = image?.Memory ?? default,
            ImageOwner = image,
            OpenExamples = kind == JobKind.Training ? () => new RedisExamplesStream(redis, JobKeys.Image(id)) : null,
            Settings = StoredJob.ReadSettings(kind, (string)reply[2]!, (string)reply[3]!),
            Trace = (string)reply[4]! is { Length: > 0 } trace ? trace : null,
            Entry = place,
        };
    }

    private Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        redis.RunAsync(database => database.ScriptEvaluateAsync(script, keys, values), cancellationToken);
}
