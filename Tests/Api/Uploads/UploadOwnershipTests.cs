using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>Whose an upload is, and which replica knows it.</summary>
[Collection<SharedUploads>]
public sealed class UploadOwnershipTests(UploadStores stores)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task An_upload_with_a_key_is_not_there_for_anybody_else(string store)
    {
        var owner = stores.Caller(store, UploadStores.Key);
        var path = await owner.CreateAsync(Cat.Length);
        foreach (var stranger in new[] { owner.With(UploadStores.OtherKey), owner.With(null) })
        {
            await stranger.FailAsync(path, ErrorCodes.UploadNotFound);
            using var patch = await stranger.PatchAsync(path, 0, TusCaller.Bytes(Cat));
            await Requests.ReadProblemAsync(patch, ErrorCodes.UploadNotFound);
            using var delete = await stranger.SendAsync(HttpMethod.Delete, path);
            await Requests.ReadProblemAsync(delete, ErrorCodes.UploadNotFound);
        }

        await owner.AppendAsync(path, 0, Cat);
        using var foreign = await owner.With(UploadStores.OtherKey).AnalyzeAsync(TusCaller.IdOf(path));
        await Requests.ReadProblemAsync(foreign, ErrorCodes.UploadNotFound);
        using var own = await owner.AnalyzeAsync(TusCaller.IdOf(path));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task An_upload_without_a_key_is_for_whoever_has_its_id(string store)
    {
        var path = await stores.Caller(store).CreateAsync(Cat.Length);
        Assert.Equal(100, await stores.Caller(store).AppendAsync(path, 0, Cat.AsMemory(0, 100)));
        Assert.Equal(Cat.Length, await stores.Caller(store, UploadStores.OtherKey).AppendAsync(path, 100, Cat.AsMemory(100)));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Another_replica_goes_on_with_an_upload(string store)
    {
        var caller = stores.Caller(store);
        var replica = stores.AtReplica(store, caller);
        var path = await replica.CreateAsync(Cat.Length);
        await caller.AppendAsync(path, 0, Cat.AsMemory(0, 1000));
        Assert.Equal(1000, await replica.OffsetAsync(path));
        await replica.AppendAsync(path, 1000, Cat.AsMemory(1000));
        using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        Assert.Equal(HttpStatusCode.OK, analysis.StatusCode);
        using var deleted = await caller.SendAsync(HttpMethod.Delete, path);
        await replica.FailAsync(path, ErrorCodes.UploadNotFound);
    }
}
