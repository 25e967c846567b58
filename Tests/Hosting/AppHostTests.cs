using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
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

    [Fact]
    public async Task Cache_answers_with_its_password_and_refuses_without()
    {
        var app = await fixture.GetAsync();
        var connection = await app.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken);
        Assert.EndsWith(",password=password-of-the-tests", connection, StringComparison.Ordinal);
        var port = int.Parse(connection!.Split(',')[0].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        using var redis = new TcpClient();
        await redis.ConnectAsync("localhost", port, TestContext.Current.CancellationToken);
        Assert.StartsWith("-NOAUTH", await AskAsync(redis, "PING\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("+OK", await AskAsync(redis, "AUTH password-of-the-tests\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("+PONG", await AskAsync(redis, "PING\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web")]
    [InlineData("api")]
    [InlineData("inference")]
    public async Task Health_of_each_service_is_ready_live_and_started(string resource)
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient(resource);
        foreach (var probe in new[] { "live", "ready", "startup" })
        {
            using var response = await client.GetAsync($"/health/{probe}", TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{resource} is not {probe}.");
        }
    }

    [Theory]
    [InlineData("web")]
    [InlineData("api")]
    [InlineData("inference")]
    public async Task Metrics_of_each_service_are_served(string resource)
    {
        var app = await fixture.GetAsync();
        using var client = app.CreateHttpClient(resource);
        Assert.Contains("# TYPE", await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TcpClient redis, string command)
    {
        var buffer = new byte[256];
        await redis.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command), TestContext.Current.CancellationToken);
        var read = await redis.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
