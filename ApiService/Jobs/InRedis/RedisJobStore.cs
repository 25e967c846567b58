using ApiService.Redis;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>
/// Jobs of all replicas in Redis: a stream with a consumer group, one hash a job and one string an image. A worker holds its job
/// as long as it gives signs of life; after that any other one takes it over.
/// </summary>
internal sealed class RedisJobStore(RedisGate redis, RedisJobQueue queue, IOptions<JobOptions> options) : IJobStore
{
    /// <summary>How long an image may be on its way.</summary>
    private static readonly TimeSpan ImagePatience = TimeSpan.FromSeconds(2);

    private readonly RedisValue retention = (long)options.Value.Retention.TotalMilliseconds;

    public async Task<JobState> AddAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var id = JobId.Create();
        RedisKey[] keys = [JobKeys.Job(id), JobKeys.Image(id), JobKeys.Bytes, JobKeys.Queue, JobKeys.Idempotency(request.IdempotencyKey)];
        RedisValue[] values =
        [
            id, request.Image.Image.Bytes, options.Value.MaximumBytes, retention, request.Fingerprint,
            StoredJob.Write(request.Options), StoredJob.Write(request.Use), request.Trace ?? string.Empty, request.IdempotencyKey is not null,
        ];
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

    public async Task<JobLease?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await queue.NextAsync(cancellationToken) is { } place)
        {
            if (await BeginAsync(place.Id, place.Job, cancellationToken) is { } lease)
            {
                return lease;
            }
        }

        return null;
    }

    public async Task<JobLeaseState> RenewAsync(JobLease lease, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(lease.Id), JobKeys.Queue];
        RedisValue[] values = [lease.Entry, JobKeys.Group, queue.Consumer, lease.Attempt];
        return Enum.Parse<JobLeaseState>(((string)(await RunAsync(JobScripts.Renew, keys, values, cancellationToken))!), ignoreCase: true);
    }

    public async Task LeaveAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(lease.Id), JobKeys.Image(lease.Id), JobKeys.Bytes, JobKeys.Queue, JobKeys.GivenUp];
        RedisValue[] values =
        [
            lease.Id, lease.Entry, JobKeys.Group, lease.Attempt, retention, StoredJob.Write(outcome.Status),
            outcome.Result, StoredJob.Write(outcome.Problem), outcome.CountsAsAttempt, outcome.IsGivenUp,
        ];
        await redis.RunAsync(
            database => database.ScriptEvaluateAsync(JobScripts.Leave, keys, values), cancellationToken, ImagePatience);
    }

    /// <summary>Sends the image; its memory stays until the client has let go of it, which may be long after the caller gave up.</summary>
    private static async Task<RedisResult> SendAsync(IDatabase database, JobRequest request, RedisKey[] keys, RedisValue[] values)
    {
        ObjectDisposedException.ThrowIf(!request.Image.TryShare(), request.Image);

        try
        {
            return await database.ScriptEvaluateAsync(JobScripts.Add, keys, values);
        }
        finally
        {
            request.Image.Dispose();
        }
    }

    private async Task<JobLease?> BeginAsync(string place, string id, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(id), JobKeys.Image(id), JobKeys.Bytes, JobKeys.Queue, JobKeys.GivenUp];
        var ended = StoredJob.Write(ProblemWriter.Describe(JobProblems.WorkersEnded(), traceId: null));
        RedisValue[] values = [id, place, JobKeys.Group, options.Value.MaximumAttempts, retention, ended];
        var reply = (RedisResult[])(await RunAsync(JobScripts.Begin, keys, values, cancellationToken))!;
        if ((string?)reply[0] != "begun")
        {
            return null;
        }

        var image = await redis.RunAsync(
            database => database.StringGetLeaseAsync(JobKeys.Image(id)), cancellationToken, ImagePatience);
        return new JobLease(this, id, (int)reply[1], image?.Memory ?? default, image)
        {
            Options = StoredJob.ReadOptions((string)reply[2]!),
            Use = StoredJob.ReadUse((string)reply[3]!),
            Trace = (string)reply[4]! is { Length: > 0 } trace ? trace : null,
            Entry = place,
        };
    }

    private Task<RedisResult> RunAsync(string script, RedisKey[] keys, RedisValue[] values, CancellationToken cancellationToken) =>
        redis.RunAsync(database => database.ScriptEvaluateAsync(script, keys, values), cancellationToken);
}
