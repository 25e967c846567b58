using System.Buffers.Binary;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>Archives that are no friend's.</summary>
public sealed class ClassifierArchiveTests(ClassifierApis apis) : IClassFixture<ClassifierApis>
{
    private HttpClient Client => apis["memory"];

    [Theory]
    [InlineData("../x/cat.jpg")]
    [InlineData("x/../../cat.jpg")]
    [InlineData("/x/cat.jpg")]
    [InlineData("C:/x/cat.jpg")]
    [InlineData("x\\cat.jpg")]
    [InlineData("cat.jpg")]
    [InlineData("x\u0001/cat.jpg")]
    public async Task Train_on_an_archive_with_a_name_that_leads_elsewhere_is_refused(string path) =>
        await RefusedAsync(ClassifierRequests.Zip([(path, Photo.Bytes("cat.jpg"))]));

    [Fact]
    public async Task Train_on_an_archive_in_an_archive_is_refused()
    {
        var inner = ClassifierRequests.Zip([("x/cat.jpg", Photo.Bytes("cat.jpg"))]);
        await RefusedAsync(ClassifierRequests.Zip([("x/cat.jpg", inner)]), ErrorCodes.InvalidImage);
    }

    [Fact]
    public async Task Train_on_an_archive_that_grows_without_end_is_refused()
    {
        // A picture by its first bytes, and 19 MB of nothing behind them.
        byte[] bomb = [.. PngFile.WithSize(1, 1), .. new byte[19 * 1024 * 1024]];
        var problem = await RefusedAsync(ClassifierRequests.Zip([("x/a.png", bomb)]));
        Assert.Contains("grows too much", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_on_an_archive_of_too_many_entries_is_refused()
    {
        var problem = await RefusedAsync(ClassifierRequests.Zip(Enumerable.Range(0, 2001).Select(number => ($"x/{number}", Array.Empty<byte>()))));
        Assert.Contains("2000 entries at most", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_on_an_archive_that_hides_its_entries_is_refused()
    {
        var archive = ClassifierRequests.Zip(Enumerable.Range(0, 30_000).Select(number => ($"x/{number}", Array.Empty<byte>())));
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 14), 5);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 12), 5);
        await RefusedAsync(archive);
    }

    [Fact]
    public async Task Train_on_an_archive_that_is_broken_is_refused_wherever_it_is_broken()
    {
        var archive = ClassifierRequests.Zip([.. Enumerable.Range(0, 3).Select(number => ($"x/{number}.jpg", Photo.Bytes("cat.jpg")))]);
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var broken = archive[..(i % 2 == 0 ? random.Next(archive.Length) : archive.Length)];
            if (i % 2 != 0)
            {
                broken[archive.Length - 1 - random.Next(200)] ^= (byte)(1 << random.Next(8));
            }

            using var response = await Client.TrainAsync(ClassifierRequests.Archive("broken", broken));
            Assert.InRange((int)response.StatusCode, 400, 422);
        }
    }

    [Fact]
    public async Task Train_on_an_archive_as_archivers_write_it_leaves_out_what_they_add()
    {
        var pictures = ClassifierRequests.Drinks().Select((example, number) => ($"all/{example.Label}/{number}.jpg", example.Picture));
        var archive = ClassifierRequests.Zip(
            [("all/", []), ("all/coffee/", []), ("all/coffee/.DS_Store", [1]), ("__MACOSX/all/coffee/._0.jpg", [1]), .. pictures]);
        var job = await Client.StartTrainingAsync(ClassifierRequests.Archive("archived", archive));
        Assert.Equal(10, (await Client.ResultAsync(job.Id)).Examples);
    }

    private async Task<Problem> RefusedAsync(byte[] archive, ErrorCode? expected = null) =>
        await Client.RefusedAsync(ClassifierRequests.Archive("archive", archive), expected);
}
