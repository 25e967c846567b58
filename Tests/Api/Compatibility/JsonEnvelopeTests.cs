using System.Buffers;
using System.Text;
using System.Text.Json;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility;

/// <summary>JSON bodies of any shape whose images are taken out as they come.</summary>
[Collection<SharedApi>]
public sealed class JsonEnvelopeTests(ApiFixture api)
{
    private const string Member = "requests.image.content";

    private static readonly string Cat = Convert.ToBase64String(Photo.Bytes("cat.jpg"));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public void Images_go_and_their_numbers_stay(int piece)
    {
        using var images = Images(2);
        var json = Read(images, $$$"""
            {"parent":"p","requests":[{"image":{"content":"{{{Cat}}}"},"features":[{"type":"LABEL_DETECTION","maxResults":3.5e1}]},
            { "image" : { "content" : "AAAA" , "source":null}, "other":{"content":"BBBB"}, "flag":true}],"image":{"content":"CCCC"}}
            """, piece);
        Assert.Equal(
            """{"parent":"p","requests":[{"image":{"content":"0"},"features":[{"type":"LABEL_DETECTION","maxResults":3.5e1}]},"""
            + """{"image":{"content":"1","source":null},"other":{"content":"BBBB"},"flag":true}],"image":{"content":"CCCC"}}""",
            json);
        Assert.Equal(2, images.Slots.Count);
        images.Slots[0].Complete();
        Assert.Equal((451, 300), (images.Slots[0].Image.Image.Header.UprightWidth, images.Slots[0].Image.Image.Header.UprightHeight));
    }

    [Theory]
    [InlineData("""{"requests":[{"image":{"content":5}}]}""")]
    [InlineData("""{"requests":[{"image":{"content":null}}]}""")]
    [InlineData("""{"requests":[{"image":{"content":["AAAA"]}}]}""")]
    [InlineData("""{"requests":{"image":{"content":{"content":"AAAA"}}}}""")]
    [InlineData("""{"requests":[]}""")]
    [InlineData("{}")]
    public void What_is_no_text_of_an_image_stays_as_it_is(string json)
    {
        using var images = Images(2);
        Assert.Equal(json, Read(images, json, 3));
        Assert.Empty(images.Slots);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("")]
    [InlineData("{}{}")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA""")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"}}]""")]
    [InlineData("""{"requests":[{"image":{"content":}}]}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public void What_is_no_object_is_refused(string json)
    {
        using var images = Images(2);
        Assert.ThrowsAny<JsonException>(() => Read(images, json, 3));
    }

    [Fact]
    public void Too_much_beside_the_images_is_refused()
    {
        using var images = Images(1);
        var json = $$"""{"a":[{{string.Join(',', Enumerable.Repeat("\"some text\"", 7000))}}]}""";
        Assert.Throws<JsonException>(() => Read(images, json, 1 << 20));
    }

    private RequestImages Images(int maximum) => new(maximum, expectedBytes: null, api.Services.GetRequiredService<IngestBudget>());

    private static string Read(RequestImages images, string json, int piece)
    {
        var envelope = new JsonEnvelope(images, Member);
        var bytes = Encoding.UTF8.GetBytes(json);
        var (start, end) = (0, 0);
        do
        {
            end = Math.Min(bytes.Length, end + piece);
            var rest = envelope.Read(new ReadOnlySequence<byte>(bytes.AsMemory(start, end - start)), end == bytes.Length);
            start = end - (int)rest.Length;
        }
        while (end < bytes.Length);
        return Encoding.UTF8.GetString(envelope.Complete().Span);
    }
}
