using System.Text;
using ApiService.Ingest;
using ApiService.Sockets;
using Contracts;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Api.Properties;

/// <summary>What holds for every body. A failure names the seed that makes its case again.</summary>
[Collection<SharedApi>]
public sealed class BodyPropertyTests(ApiFixture api)
{
    private static readonly Config Bounds = Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true);

    private static readonly ErrorCode[] OfImages = [ErrorCodes.InvalidImage, ErrorCodes.ImageDimensions];

    private static readonly ErrorCode[] OfBodies =
        [ErrorCodes.InvalidImage, ErrorCodes.ImageDimensions, ErrorCodes.InvalidRequest, ErrorCodes.UploadNotFound, ErrorCodes.UnsupportedMediaType];

    private AnalyzeRequestReader Reader => api.Services.GetRequiredService<AnalyzeRequestReader>();

    [Fact]
    public void ReadAsync_of_any_chunking_of_any_good_body_gives_its_image_and_options() =>
        Check.One(Bounds, Prop.ForAll(BodyGenerators.Good.ToArbitrary(), sent =>
        {
            using var request = sent.Body.Read(Reader);
            Assert.Equal(Vision.ImageDigest.Of(sent.Image), request.Image.Image.Digest);
            Assert.Equal(sent.Image, request.Image.Image.Bytes.ToArray());
            Assert.Equal(WithDefaultModel(sent.Options, sent.Body), request.Options);
        }));

    /// <summary>If each piece cost what all before it do, this would take minutes.</summary>
    [Theory]
    [InlineData("image/jpeg", "", "")]
    [InlineData("application/json", "{\"image\":\"", "\"}")]
    [InlineData(BodyGenerators.Form, "--x\r\nContent-Disposition: form-data; name=image\r\n\r\n", "\r\n--x--\r\n")]
    public void ReadAsync_of_a_large_body_in_pieces_of_one_byte_ends(string type, string before, string behind)
    {
        byte[] image = [.. EncodedPicture.Jpeg(), .. new byte[1_500_000]];
        var sent = type == "application/json" ? Encoding.ASCII.GetBytes(Convert.ToBase64String(image)) : image;
        var body = new SentBody(type, [.. Encoding.ASCII.GetBytes(before), .. sent, .. Encoding.ASCII.GetBytes(behind)], [1]);
        using var request = body.Read(Reader);
        Assert.Equal(Vision.ImageDigest.Of(image), request.Image.Image.Digest);
    }

    [Fact]
    public void ReadAsync_of_any_body_gives_an_image_or_a_problem() =>
        Check.One(Bounds.WithMaxTest(2_000), Prop.ForAll(
            BodyGenerators.Any.ToArbitrary(), body => Assert.Contains(body.ReadOrRefuse(Reader) ?? ErrorCodes.InvalidImage, OfBodies)));

    [Fact]
    public void ReadAsync_of_any_chunking_of_any_body_is_read_or_refused_all_the_same() =>
        Check.One(Bounds, Prop.ForAll(BodyGenerators.Any.ToArbitrary(), body =>
        {
            var inOne = (body with { Pieces = [] }).ReadOrRefuse(Reader);
            var inPieces = body.ReadOrRefuse(Reader);
            Assert.Equal(inOne is null, inPieces is null);

            // The reader of forms looks ahead as far as the pieces reach: of two faults, in the form and in its image, it meets either first.
            if (body.ContentType != BodyGenerators.Form)
            {
                Assert.Equal(inOne, inPieces);
            }
        }));

    [Fact]
    public void Read_of_any_bytes_by_the_probe_gives_a_header_or_a_problem_of_the_image() =>
        Check.One(Bounds.WithMaxTest(2_000), Prop.ForAll(BodyGenerators.Bytes.ToArbitrary(), bytes =>
            Assert.Contains(Refused(() => ImageProbe.Read(bytes)) ?? ErrorCodes.InvalidImage, OfImages)));

    [Fact]
    public void Read_of_any_first_frame_of_a_socket_gives_a_start_or_an_invalid_request() =>
        Check.One(Bounds.WithMaxTest(2_000), Prop.ForAll(
            Gen.OneOf(BodyGenerators.JsonScraps, BodyGenerators.Bytes).ToArbitrary(),
            bytes => Assert.Equal(
                ErrorCodes.InvalidRequest, Refused(() => SocketStart.Read(bytes, "model", QueryCollection.Empty)) ?? ErrorCodes.InvalidRequest)));

    private static AnalysisOptions WithDefaultModel(AnalysisOptions options, SentBody body) =>
        body.ContentType.StartsWith("image/", StringComparison.Ordinal) || body.ContentType == "application/octet-stream"
            ? new AnalysisOptions { Model = AnalysisOptions.DefaultModel }
            : options;

    private static ErrorCode? Refused(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (ProblemException problem)
        {
            return problem.Code;
        }
    }

}
