using System.IO.Compression;
using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Files that are an image to one program and something else to another.</summary>
[Collection<SharedApi>]
public sealed class PolyglotTests(ApiFixture api)
{
    private const string Script = "<script>alert('polyglot')</script>";

    [Fact]
    public async Task Post_of_an_image_with_something_behind_it_is_the_image_and_is_never_served_back()
    {
        foreach (var file in (byte[][])
        [
            [.. EncodedPicture.Png(), .. "<!doctype html>"u8, .. System.Text.Encoding.ASCII.GetBytes(Script)],
            PngFile.WithChunks(EncodedPicture.Png(), PngFile.Chunk("tEXt"u8, [.. "Comment\0"u8, .. System.Text.Encoding.ASCII.GetBytes(Script)])),
            [.. EncodedPicture.Jpeg(), .. Zip()],
            [.. EncodedPicture.Gif(), .. "/*polyglot*/=1;alert(1)"u8],
        ])
        {
            var analysis = await api.Client.AnalyzeAsync(Requests.Raw(file));
            Assert.Equal((EncodedPicture.Width, file.Length), (analysis.Image.Width, analysis.Image.Bytes));
            using var result = await api.Client.GetAsync($"/api/results/{analysis.Digest}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, result.StatusCode);
            Assert.Equal("application/json", result.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", result.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain(
                "polyglot", await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_of_a_script_that_begins_as_gif_is_refused()
    {
        await api.Client.FailAsync(Requests.Raw([.. "GIF89a/*  */=1;alert(1)"u8, GifFile.Trailer]), ErrorCodes.ImageDimensions);
        await api.Client.FailAsync(Requests.Raw([.. "GIF89a=1;/*"u8, .. new byte[4], .. "*/alert(1)//"u8]), ErrorCodes.ImageDimensions);
        await api.Client.FailAsync(Requests.Raw([.. "<html>"u8, .. EncodedPicture.Png()]), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Raw([.. Zip(), .. EncodedPicture.Jpeg()]), ErrorCodes.InvalidImage);
    }

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("index.html").Open();
            entry.Write("polyglot"u8);
        }

        return stream.ToArray();
    }
}
