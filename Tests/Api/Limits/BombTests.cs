using System.Net.Http.Json;
using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Files that claim more pixels than anybody may send, or none, in every body.</summary>
[Collection<SharedApi>]
public sealed class BombTests(ApiFixture api)
{
    private const int AnnouncedBytes = 20_000_000;

    public static TheoryData<uint, uint> Sizes =>
        new([(65_535u, 65_535u), (1u, 500_000_000u), (500_000_000u, 1u), (0u, 5u), (5u, 0u), (16_385u, 1u), (8_000u, 8_000u)]);

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Post_of_a_patched_size_is_refused_by_every_body(uint width, uint height)
    {
        foreach (var file in PatchedSize.Of(width, height).Values)
        {
            await api.Client.FailAsync(Requests.Raw(file, "image/jpeg"), ErrorCodes.ImageDimensions);
            await api.Client.FailAsync(Requests.Json(file), ErrorCodes.ImageDimensions);
            await api.Client.FailAsync(Requests.Form(file), ErrorCodes.ImageDimensions);
        }

        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Post_of_a_batch_refuses_the_bombs_alone()
    {
        var bombs = PatchedSize.Of(65_535, 65_535).Values.Select(Convert.ToBase64String);
        var good = Convert.ToBase64String(EncodedPicture.Gif());
        var images = string.Join(',', bombs.Append(good).Select(static image => $"\"{image}\""));
        using var response = await api.Client.PostAsync(
            "/api/analyze-batch", Requests.Json($$"""{"images":[{{images}}]}"""), TestContext.Current.CancellationToken);
        var batch = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.BatchAnalysis, TestContext.Current.CancellationToken);
        Assert.Equal(5, batch!.Results.Count);
        Assert.All(batch.Results.SkipLast(1), static item => Assert.Equal(ErrorCodes.ImageDimensions.Code, item.Problem!.Code));
        Assert.NotNull(batch.Results[^1].Analysis);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task Post_of_a_bomb_is_refused_before_its_body_ends(string format)
    {
        var file = PatchedSize.Of(65_535, 65_535)[format];
        var base64 = Encoding.ASCII.GetBytes(Convert.ToBase64String(file).TrimEnd('='));
        (string Type, byte[] Start)[] bodies =
        [
            ("image/png", file),
            ("application/json", [.. "{\"image\":\""u8, .. base64]),
            ("multipart/form-data; boundary=x", [.. "--x\r\nContent-Disposition: form-data; name=image\r\n\r\n"u8, .. file]),
        ];
        foreach (var (type, start) in bodies)
        {
            // What follows keeps the form's reader from waiting for a boundary.
            await using var body = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, type, AnnouncedBytes);
            await body.SendAsync((byte[])[.. start, .. Enumerable.Repeat((byte)'A', 512)]);
            Assert.StartsWith("HTTP/1.1 422", await body.ReadUntilAsync("image_dimensions"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Send_of_a_bomb_over_a_socket_is_refused_by_its_first_frame()
    {
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.SendAsync($$"""{"bytes":{{AnnouncedBytes}}}""");
        await socket.SendAsync(PatchedSize.Of(65_535, 65_535)["png"].AsMemory(0, 64));
        var answer = (await socket.ReadToEndAsync()).GetRawText();
        Assert.Contains("image_dimensions", answer, StringComparison.Ordinal);
    }
}
