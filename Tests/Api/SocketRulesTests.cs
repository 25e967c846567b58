using System.Net.WebSockets;
using System.Text.Json;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>What a socket allows, and how it is closed on whoever goes beyond.</summary>
public sealed class SocketRulesTests
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Send_nothing_for_too_long_closes_with_1008(int emptyFrames)
    {
        await using var api = await ApiProcess.StartAsync(("Sockets:Silence", "00:00:00.3"));
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.SendAsync($$"""{"bytes":{{Cat.Length}}}""");
        await socket.SendAsync(Cat.AsMemory(0, 1000));
        for (var frame = 0; frame < emptyFrames; frame++)
        {
            await socket.SendAsync(default(ReadOnlyMemory<byte>));
        }

        var answer = await socket.ReadToEndAsync();
        Assert.Equal("deadline_exceeded", CodeOf(answer));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_no_first_frame_for_too_long_closes_with_1008()
    {
        await using var api = await ApiProcess.StartAsync(("Sockets:Silence", "00:00:00.3"));
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.ReadToEndAsync();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_more_after_the_image_closes_with_1009_and_ends_the_work()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync();
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await SendImageAsync(socket);
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        await socket.SendAsync(Cat.AsMemory(0, 1));
        Assert.Equal("invalid_request", CodeOf(await socket.ReadToEndAsync()));
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Close_before_the_answer_ends_the_work()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync();
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await SendImageAsync(socket);
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        await socket.CloseAsync();
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData("Deadline:Maximum", null)]
    [InlineData("Sockets:Silence", "300")]
    public async Task Wait_until_the_deadline_passes_gives_the_problem(string setting, string? callersDeadline)
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync((setting, "00:00:00.3"));
        using var socket = await SocketClient.OpenAsync(
            api.Client.BaseAddress!, headers: callersDeadline is null ? [] : [(RequestHeaders.Deadline, callersDeadline)]);
        await SendImageAsync(socket);
        Assert.Equal("deadline_exceeded", CodeOf(await socket.ReadToEndAsync()));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Open_beyond_the_quota_or_without_the_role_is_refused_before_the_upgrade()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"),
            ("Security:ApiKeys:0:Name", "admin"),
            ("Security:ApiKeys:0:Key", "admin-key"),
            ("Security:ApiKeys:0:Roles:0", "admin"));
        using var counted = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        Assert.Equal(429, await StatusAsync(api));
        Assert.Equal(401, await StatusAsync(api, (RequestHeaders.ApiKey, "guessed")));
        Assert.Equal(403, await StatusAsync(api, (RequestHeaders.ApiKey, "admin-key")));
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("problem").GetProperty("code").GetString();

    private static async Task SendImageAsync(SocketClient socket)
    {
        await socket.SendAsync($$"""{"bytes":{{Cat.Length}}}""");
        await socket.SendAsync(Cat);
    }

    private static async Task<int> StatusAsync(RunningService<InferenceOptions> api, params (string Name, string Value)[] headers)
    {
        using var socket = new SocketClient();
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(api.Client.BaseAddress!, string.Empty, headers));
        return socket.Status;
    }
}
