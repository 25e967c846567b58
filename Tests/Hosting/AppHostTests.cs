using System.Net.Http.Json;
using Aspire.Hosting.Testing;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting;

/// <summary>The system as a whole: real processes, real Redis, one photo through all of them.</summary>
public sealed class AppHostTests(AppHostFixture fixture)
{
    [Fact]
    public async Task Post_of_a_photo_goes_through_web_api_and_inference()
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient("web");
        using var form = new MultipartFormDataContent();
        using var photo = new ByteArrayContent(Photo.Bytes("cat.jpg"));
        form.Add(photo, "image", "cat.jpg");
        client.DefaultRequestHeaders.Add("Cache-Control", "no-cache");
        using var response = await client.PostAsync("/api/analyze", form, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var analysis = await response.Content.ReadFromJsonAsync(
            ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        Assert.Equal("Egyptian cat", analysis!.Labels![0].Name);
        Assert.Contains(analysis.Concepts!, concept => concept.Name == "feline");
        Assert.Contains("decode;dur=", response.Headers.GetValues("Server-Timing").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_of_a_text_through_web_keeps_the_problem_of_the_api()
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient("web");
        using var text = new ByteArrayContent("no image at all"u8.ToArray());
        text.Headers.ContentType = new("application/octet-stream");
        using var response = await client.PostAsync("/api/analyze", text, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync(
            ContractsJsonContext.Default.Problem, TestContext.Current.CancellationToken);
        Assert.Equal(ErrorCodes.InvalidImage.Code, problem!.Code);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }
}
