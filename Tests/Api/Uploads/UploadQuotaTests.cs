using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>What one client may have in uploads.</summary>
[Collection<SharedUploads>]
public sealed class UploadQuotaTests(UploadStores stores)
{
    private const int Largest = 20 * 1024 * 1024;

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_a_ninth_open_upload_is_refused_until_one_is_finished_or_deleted(string store)
    {
        var caller = stores.Caller(store);
        var paths = new List<string>();
        for (var number = 0; number < 8; number++)
        {
            paths.Add(await caller.CreateAsync(1));
        }

        await RefusedAsync(caller, 1);
        await stores.Caller(store).CreateAsync(1);

        // An empty one is never open.
        await caller.CreateAsync(0);
        await caller.AppendAsync(paths[0], 0, new byte[] { 0xFF });
        await caller.CreateAsync(1);
        await RefusedAsync(caller, 1);
        using var deleted = await caller.SendAsync(HttpMethod.Delete, paths[1]);
        await caller.CreateAsync(1);
        await RefusedAsync(caller, 1);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_beyond_200_MB_is_refused_until_some_are_deleted(string store)
    {
        var caller = stores.Caller(store);
        var image = new byte[Largest];
        Photo.Bytes("cat.jpg").CopyTo(image, 0);
        var finished = await caller.UploadAsync(image);
        await caller.UploadAsync(image);
        for (var number = 0; number < 8; number++)
        {
            await caller.CreateAsync(Largest);
        }

        // An empty one is never open, but it takes its place too.
        await RefusedAsync(caller, 0);
        using var deleted = await caller.SendAsync(HttpMethod.Delete, $"{TusCaller.Route}/{finished}");
        await caller.CreateAsync(0);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_many_at_once_gives_away_no_place_twice(string store)
    {
        var caller = stores.Caller(store);
        var callers = store == "Redis" ? [caller, stores.AtReplica(store, caller)] : new[] { caller };
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(
            number => callers[number % callers.Length].PostAsync(null, ("Upload-Length", "100"))));
        Assert.Equal(8, answers.Count(static answer => answer.StatusCode == HttpStatusCode.Created));
        Assert.Equal(16, answers.Count(static answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Array.ForEach(answers, static answer => answer.Dispose());
    }

    private static async Task RefusedAsync(TusCaller caller, int length)
    {
        using var response = await caller.PostAsync(null, ("Upload-Length", $"{length}"));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadQuota);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
    }
}
