using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>How finely text is told, over the API.</summary>
[Collection<SharedApi>]
public sealed class TextDetailTests(ApiFixture api)
{
    private static readonly byte[] Image = Photo.Bytes(Receipt.FileName);

    [Fact]
    public async Task Post_for_symbols_gives_the_words_of_each_line_and_their_symbols()
    {
        foreach (var line in await LinesAsync("?features=text&textDetail=symbols"))
        {
            AssertMembers("text,confidence,box,words", line);
            var words = line.GetProperty("words").EnumerateArray().ToList();
            Assert.Equal(line.GetProperty("text").GetString(), string.Join(' ', words.Select(TextOf)));
            foreach (var word in words)
            {
                AssertMembers("text,confidence,box,symbols", word);
                var symbols = word.GetProperty("symbols").EnumerateArray().ToList();
                Assert.Equal(TextOf(word), string.Concat(symbols.Select(TextOf)));
                Assert.All(symbols, static symbol => AssertMembers("text,confidence,box", symbol));
                Assert.All(symbols, static symbol => Assert.Equal(4, symbol.GetProperty("box").GetArrayLength()));
            }
        }
    }

    [Fact]
    public async Task Post_for_words_in_json_leaves_out_their_symbols()
    {
        var json = $$"""{"features":"text","textDetail":"words","image":"{{Convert.ToBase64String(Image)}}"}""";
        var analysis = await api.Client.AnalyzeAsync(Requests.Json(json), "?textDetail=symbols");
        Assert.Equal(Receipt.Lines, analysis.Text!.Lines.Select(static line => string.Join(' ', line.Words!.Select(static word => word.Text))));
        Assert.All(analysis.Text.Lines.SelectMany(static line => line.Words!), static word => Assert.Null(word.Symbols));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&textDetail=lines")]
    public async Task Post_for_lines_has_no_other_members_than_before(string detail)
    {
        // What was told in detail before is not taken for an answer.
        await LinesAsync("?features=text&textDetail=words");
        Assert.All(await LinesAsync("?features=text" + detail), static line => AssertMembers("text,confidence,box", line));
    }

    [Fact]
    public async Task Socket_with_a_detail_gives_words()
    {
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.SendAsync($$"""{"bytes":{{Image.Length}},"features":"text","textDetail":"words"}""");
        await socket.SendAsync(Image);
        var answer = await socket.ReadToEndAsync();
        var line = answer.GetProperty("analysis").GetProperty("text").GetProperty("lines")[0];
        Assert.Equal(["ACME", "Hardware", "Store"], line.GetProperty("words").EnumerateArray().Select(TextOf));
    }

    private static string? TextOf(JsonElement part) => part.GetProperty("text").GetString();

    private static void AssertMembers(string expected, JsonElement part) =>
        Assert.Equal(expected, string.Join(',', part.EnumerateObject().Select(static member => member.Name)));

    private async Task<List<JsonElement>> LinesAsync(string query)
    {
        using var response = await api.Client.PostAsync(Requests.Route + query, Requests.Raw(Image), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        using var document = JsonDocument.Parse(body);
        var lines = document.RootElement.GetProperty("text").GetProperty("lines").Clone().EnumerateArray().ToList();
        Assert.Equal(Receipt.Lines, lines.Select(TextOf));
        return lines;
    }
}
