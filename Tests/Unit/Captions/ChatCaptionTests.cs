using System.Text;
using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>What is sent to a real server that speaks the chat protocol, and what is made of its answer.</summary>
public sealed class ChatCaptionTests
{
    private const string Place = "48.8584N 2.2945E";

    [Fact]
    public async Task Describe_sends_key_model_prompt_and_a_reduced_jpeg_and_tells_who_said_it()
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(
            server, time: null, ("Captioning:ApiKey", "sk-of-the-test"), ("Captioning:Language", "German"), ("Captioning:MaximumTokens", "77"));
        var (caption, isProvisional) = await captions.RunAsync(Photo.Load("galaxies.jpg"));
        Assert.Equal(new Caption("A cat on a mat.", ChatServer.Model), caption);
        Assert.False(isProvisional);

        var call = server.Calls.Single();
        Assert.Equal(("Bearer sk-of-the-test", ChatServer.Model, "image/jpeg"), (call.Authorization, call.Model, call.ImageType));
        Assert.Contains("German", call.Prompt, StringComparison.Ordinal);
        Assert.Contains("one plain sentence", call.Prompt, StringComparison.Ordinal);
        Assert.Contains("77", call.Body, StringComparison.Ordinal);
        var sent = ImageProbe.Read(call.Image);
        Assert.Equal((ImageFormat.Jpeg, 768, 670, 1), (sent.Format, sent.Width, sent.Height, sent.Orientation));
    }

    [Theory]
    [InlineData("cat.jpg", 451, 300)]
    [InlineData("receipt.png", 768, 427)]
    public async Task Describe_sends_no_picture_larger_than_it_is_or_than_768_pixels(string name, int width, int height)
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server);
        await captions.DescribeAsync(Photo.Load(name));
        var sent = ImageProbe.Read(server.Calls.Single().Image);
        Assert.Equal((ImageFormat.Jpeg, width, height), (sent.Format, sent.Width, sent.Height));
    }

    [Fact]
    public async Task Describe_sends_the_upright_picture_without_any_metadata()
    {
        var exif = ExifBlock.WithOrientation(6);
        var words = JpegFile.Segment(0xFE, Encoding.ASCII.GetBytes(Place));
        var located = JpegFile.WithSegments(
            Photo.Bytes("cat.jpg"), [.. JpegFile.ExifSegment([.. exif, .. Encoding.ASCII.GetBytes(Place)]), .. words]);
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server);
        await captions.DescribeAsync(Photo.Encoded(located));
        var image = server.Calls.Single().Image;
        Assert.Equal((300, 451), (ImageProbe.Read(image).Width, ImageProbe.Read(image).Height));
        Assert.DoesNotContain(Place, Encoding.Latin1.GetString(image), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(image), StringComparison.Ordinal);
        Assert.Contains(Place, Encoding.Latin1.GetString(located), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_without_a_key_sends_none()
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server);
        await captions.DescribeAsync();
        Assert.Empty(server.Calls.Single().Authorization);
    }

    [Fact]
    public async Task Describe_makes_one_line_of_the_answer()
    {
        await using var server = await ChatServer.StartAsync();
        server.Reply = ChatReplies.Saying("<think>hm</think>\n \"A cat\u0007\r\n\n on\ta mat.\u202E\"  ");
        await using var captions = new CaptionProcess(server);
        Assert.Equal("A cat on a mat.", (await captions.DescribeAsync()).Text);
    }

    [Fact]
    public async Task Describe_without_an_endpoint_is_local_and_final()
    {
        await using var captions = new CaptionProcess(server: null);
        Assert.Equal((new Caption(CaptionProcess.LocalText, Caption.LocalSource), false), await captions.RunAsync());
        Assert.Empty(captions.Reasons);
    }

    [Fact]
    public async Task Describe_of_a_corrupt_image_is_invalid_image_and_nothing_is_sent()
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server);
        var problem = await Assert.ThrowsAsync<ProblemException>(() => captions.DescribeAsync(Photo.Encoded(Photo.Bytes("cat.jpg")[..20_000])));
        Assert.Equal(ErrorCodes.InvalidImage, problem.Code);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Describe_records_tokens_and_duration_by_the_conventions()
    {
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server);
        await captions.DescribeAsync();
        var tokens = captions.Tokens.GetMeasurementSnapshot();
        Assert.Equal(
            [("input", ChatReplies.InputTokens), ("output", ChatReplies.OutputTokens)],
            tokens.Select(static token => ((string)token.Tags["gen_ai.token.type"]!, (int)token.Value)));
        Assert.All([tokens[0].Tags, tokens[1].Tags, captions.Durations.LastMeasurement!.Tags], static tags => Assert.Equal(
            ("chat", ChatServer.Model), (tags["gen_ai.operation.name"], tags["gen_ai.request.model"])));
        Assert.False(captions.Durations.LastMeasurement!.Tags.ContainsKey("error.type"));
    }
}
