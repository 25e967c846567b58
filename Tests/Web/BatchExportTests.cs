using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What is saved of a gallery, read as other programs read it.</summary>
public sealed class BatchExportTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const string Formula = "=cmd|' /C calc'!A0.jpg";
    private const string Markup = "<img src=x onerror=alert(1)>.jpg";
    private const string Commas = "a \"b\", c.jpg";

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Save_as_csv_gives_a_line_a_picture_that_no_spreadsheet_takes_for_a_formula()
    {
        var page = await OpenAsync();
        var bytes = await SaveAsync(page, "CSV");
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        var lines = ParsedCsv.Read(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        Assert.Equal(
            ["file", "folder", "state", "digest", "format", "width", "height", "bytes", "label", "confidence", "concepts", "objects", "faces",
                "flagged", "text", "caption", "problem"],
            lines[0]);
        var byName = lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal))
            .ToDictionary(static line => line["file"], StringComparer.Ordinal);
        Assert.Equal(new[] { $"'{Formula}", Commas, Markup, "receipt.png" }.Order(StringComparer.Ordinal), byName.Keys.Order(StringComparer.Ordinal));

        var cat = byName[$"'{Formula}"];
        Assert.Equal(("done", "jpeg", "451", "300", "38702"), (cat["state"], cat["format"], cat["width"], cat["height"], cat["bytes"]));
        Assert.StartsWith("sha256:", cat["digest"], StringComparison.Ordinal);
        Assert.Equal("Egyptian cat", cat["label"]);
        Assert.InRange(double.Parse(cat["confidence"], System.Globalization.CultureInfo.InvariantCulture), 0.4, 0.7);
        Assert.Contains("domestic cat; ", cat["concepts"], StringComparison.Ordinal);
        Assert.Equal(("", ""), (cat["faces"], cat["flagged"]));
        Assert.Contains("\nTOTAL 31.50 EUR", byName["receipt.png"]["text"], StringComparison.Ordinal);
        Assert.Equal("failed", byName[Markup]["state"]);
        Assert.StartsWith("invalid_image: ", byName[Markup]["problem"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_as_json_gives_what_the_api_gave()
    {
        var page = await OpenAsync();
        await page.Locator("#search").FillAsync(".jpg");
        await Assertions.Expect(page.Tiles()).ToHaveCountAsync(3);
        using var saved = JsonDocument.Parse(await SaveAsync(page, "JSON"));
        var byName = saved.RootElement.EnumerateArray().ToDictionary(static picture => picture.GetProperty("file").GetString()!, StringComparer.Ordinal);
        Assert.Equal(3, byName.Count);
        Assert.Equal("Egyptian cat", byName[Formula].GetProperty("analysis").GetProperty("labels")[0].GetProperty("name").GetString());
        Assert.False(byName[Formula].TryGetProperty("problem", out _));
        Assert.Equal("invalid_image", byName[Markup].GetProperty("problem").GetProperty("code").GetString());
        Assert.False(byName[Markup].TryGetProperty("analysis", out _));
    }

    [Fact]
    public async Task Name_a_file_with_markup_renders_none_of_it()
    {
        var page = await OpenAsync();
        await page.Tile(Markup).ClickAsync();
        await Assertions.Expect(page.Locator("#result-name")).ToHaveTextAsync(Markup);
        Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        Assert.Empty(session.Complaints);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.SetInputFilesAsync("#files",
        [
            new FilePayload { Name = Formula, MimeType = "image/jpeg", Buffer = Photo.Bytes("cat.jpg") },
            new FilePayload { Name = Markup, MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() },
            new FilePayload { Name = Commas, MimeType = "image/jpeg", Buffer = Photo.Bytes("coffee.jpg") },
            new FilePayload { Name = "receipt.png", MimeType = "image/png", Buffer = Photo.Bytes("receipt.png") },
        ]);
        await page.ExpectProgressAsync("3 of 4 done, 1 failed");
        return page;
    }

    private static async Task<byte[]> SaveAsync(IPage page, string kind)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Button(kind).ClickAsync());
        Assert.Equal($"pictures.{kind.ToLowerInvariant()}", download.SuggestedFilename);
        return await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
    }
}
