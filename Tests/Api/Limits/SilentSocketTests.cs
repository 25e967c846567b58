using System.Net.WebSockets;
using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Senders over a socket who say nothing, or hardly anything.</summary>
public sealed class SilentSocketTests : IAsyncDisposable
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly FakeTimeProvider clock = new();
    private readonly RunningService<InferenceOptions> api;

    public SilentSocketTests() => api = new RunningService<InferenceOptions>(host => host
        .UseSetting("Inference:Mode", "InProcess")
        .UseSetting("Ingest:MaximumBytesInFlight", $"{20 * 1024 * 1024}")
        .UseSetting("RateLimiting:Anonymous:PermitLimit", "1000")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));

    [Fact]
    public async Task Silence_of_thirty_seconds_closes_with_1008()
    {
        using var socket = await BeginAsync();
        await AdvanceUntilClosedAsync(socket);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
        Assert.Equal("Nothing came for 30 seconds.", socket.CloseReason);
        await AssertNothingIsHeldAsync();
    }

    [Fact]
    public async Task Send_of_a_byte_now_and_then_closes_with_1008()
    {
        using var socket = await BeginAsync();
        do
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            await socket.SendAsync(Cat.AsMemory(1000, 1));
        }
        while (await socket.ReadAsync() is not null);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
        Assert.Equal("The image comes too slowly.", socket.CloseReason);
        await AssertNothingIsHeldAsync();
    }

    [Fact]
    public async Task Leave_in_the_middle_of_an_image_gives_its_memory_back()
    {
        using (await BeginAsync())
        {
        }

        await AssertNothingIsHeldAsync();
    }

    [Theory]
    [InlineData("{\"bytes\":5,\"bytes\":6}", "bytes")]
    [InlineData("{\"bytes\":5,\"top\":1,\"top\":1}", "top")]
    [InlineData("{\"bytes\":5,\"top\":{}}", "top")]
    [InlineData("{\"bytes\":5,\"\\ud800\":6}", "body")]
    [InlineData("{\"bytes\":5,\"model\":\"\\ud800\"}", "body")]
    public async Task Send_of_a_first_frame_with_something_twice_or_broken_is_an_invalid_request(string start, string member)
    {
        using var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.SendAsync(start);
        var answer = (await socket.ReadToEndAsync()).GetRawText();
        Assert.Contains(ErrorCodes.InvalidRequest.Code, answer, StringComparison.Ordinal);
        Assert.Contains($"\"{member}\":[", answer, StringComparison.Ordinal);
        Assert.Empty(api.ErrorLog);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    /// <summary>Sends the beginning of an image, and waits until it has been taken.</summary>
    private async Task<SocketClient> BeginAsync()
    {
        var socket = await SocketClient.OpenAsync(api.Client.BaseAddress!);
        await socket.SendAsync($$"""{"bytes":{{20 * 1024 * 1024}}}""");
        await socket.SendAsync(Cat.AsMemory(0, 1000));
        Assert.Equal("{\"received\":1000}", (await socket.ReadAsync())?.GetRawText());
        return socket;
    }

    private async Task AdvanceUntilClosedAsync(SocketClient socket)
    {
        var closing = socket.ReadToEndAsync();
        await Eventually.IsTrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return closing.IsCompleted;
        });
        await closing;
    }

    private async Task AssertNothingIsHeldAsync()
    {
        var largest = new byte[20 * 1024 * 1024];
        Cat.CopyTo(largest, 0);
        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await api.Client.PostAsync(Requests.Route, Requests.Raw(largest), TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        });
        Assert.Empty(api.ErrorLog);
    }
}
