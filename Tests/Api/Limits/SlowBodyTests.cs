using System.Globalization;
using System.Net;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Senders who stall, drip, or never end. Their memory is given back: afterwards one image may take all of it.</summary>
public sealed class SlowBodyTests
{
    private const int LargestImage = 20 * 1024 * 1024;

    /// <summary>The most that the server reads of a body whose length is not told, and what it has read ahead.</summary>
    private const int MostRead = 30 * 1024 * 1024;

    /// <summary>The same, and what the buffers of both sockets may grow to, which the system decides by how fast they are read.</summary>
    private static readonly long MostSent = MostRead + LargestBuffer("tcp_rmem") + LargestBuffer("tcp_wmem");

    private static readonly byte[] Start = Photo.Bytes("cat.jpg")[..8_000];

    /// <summary>The memory for one image of the largest size, and the shortest patience that the server can have.</summary>
    private static readonly (string, string)[] Settings =
    [
        ("Ingest:MaximumBytesInFlight", $"{LargestImage}"), ("Ingest:GracePeriod", "00:00:01.100"),
        ("RateLimiting:Anonymous:PermitLimit", "1000"),
    ];

    private static readonly (string, string) PatientServer = ("Ingest:GracePeriod", "00:01:00");

    [Fact]
    public async Task Post_that_stalls_is_cut_off_and_holds_nothing()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        var stalled = await Task.WhenAll(Bodies().Select(async body =>
        {
            var half = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, body.Type, LargestImage);
            await half.SendAsync(body.Start);
            return half;
        }));
        foreach (var half in stalled)
        {
            Assert.StartsWith("HTTP/1.1 400", await half.ReadToEndAsync(), StringComparison.Ordinal);
            await half.DisposeAsync();
        }

        await AllMemoryIsThereAsync(api);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Post_that_stalls_counts_the_memory_that_it_announced()
    {
        await using var api = await ApiProcess.StartAsync([.. Settings, PatientServer]);
        await using var half = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, "image/jpeg", LargestImage);
        await half.SendAsync(Start.AsMemory(0, 1));
        await Eventually.IsTrueAsync(async () => await PostLargestAsync(api) == HttpStatusCode.ServiceUnavailable);
        await half.DisposeAsync();
        await AllMemoryIsThereAsync(api);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Leave_in_the_middle_of_a_body_gives_its_memory_back()
    {
        await using var api = await ApiProcess.StartAsync(Settings);
        foreach (var (type, start) in Bodies())
        {
            await using var half = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, type, LargestImage);
            await half.SendAsync(start);
        }

        await AllMemoryIsThereAsync(api);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task Post_that_never_ends_is_cut_at_the_cap(string type)
    {
        await using var api = await ApiProcess.StartAsync([.. Settings, PatientServer]);
        var start = Bodies().FirstOrDefault(body => body.Type == type).Start ?? Start;
        await using var endless = await HalfSentBody.BeginAsync(api.Client.BaseAddress!, type, contentLength: null);
        await endless.SendChunkAsync(start);
        var reply = endless.ReadToEndAsync();
        var sent = await SendUntilCutAsync(endless, reply);
        Assert.InRange(sent, 0, MostSent);
        Assert.StartsWith(type == "text/plain" ? "HTTP/1.1 415" : "HTTP/1.1 413", await reply, StringComparison.Ordinal);
        await AllMemoryIsThereAsync(api);
        Assert.Empty(api.ErrorLog);
    }

    private static (string Type, byte[] Start)[] Bodies() =>
    [
        ("image/jpeg", Start),
        ("application/json", [.. "{\"image\":\""u8, .. System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(Start[..7_998]))]),
        ("multipart/form-data; boundary=x", [.. "--x\r\nContent-Disposition: form-data; name=image\r\n\r\n"u8, .. Start]),
    ];

    private static long LargestBuffer(string direction) =>
        long.Parse(File.ReadAllText($"/proc/sys/net/ipv4/{direction}").Split('\t')[2], CultureInfo.InvariantCulture);

    /// <summary>Sends until the server takes no more, at twice of what it can be at most.</summary>
    private static async Task<long> SendUntilCutAsync(HalfSentBody endless, Task reply)
    {
        var (more, sent) = (Enumerable.Repeat((byte)'A', 64 * 1024).ToArray(), 0L);
        try
        {
            while (!reply.IsCompleted && sent < 2 * MostSent)
            {
                await endless.SendChunkAsync(more);
                sent += more.Length;
            }
        }
        catch (IOException)
        {
            // Cut off in the middle of a chunk.
        }

        return sent;
    }

    private static Task AllMemoryIsThereAsync(RunningService<InferenceOptions> api) =>
        Eventually.IsTrueAsync(async () => await PostLargestAsync(api) == HttpStatusCode.OK);

    private static async Task<HttpStatusCode> PostLargestAsync(RunningService<InferenceOptions> api)
    {
        var largest = new byte[LargestImage];
        Photo.Bytes("cat.jpg").CopyTo(largest, 0);
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + "?model=efficientnet-lite0") { Content = Requests.Raw(largest) };
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            await Requests.ReadProblemAsync(response, ErrorCodes.Overloaded);
        }

        return response.StatusCode;
    }
}
