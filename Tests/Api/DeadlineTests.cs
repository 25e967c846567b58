using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>The server's own limit on its work, which needs no word of the caller.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("60000")]
    public async Task Post_that_takes_longer_than_the_server_works_is_deadline_exceeded(string? asked)
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync(("Deadline:Maximum", "00:00:00.2"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(EncodedPicture.Gif()) };
        if (asked is not null)
        {
            request.Headers.Add(RequestHeaders.Deadline, asked);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Requests.ReadProblemAsync(response, ErrorCodes.DeadlineExceeded);
        Assert.True(problem.Retryable);
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Post_of_a_batch_that_takes_too_long_is_deadline_exceeded_as_a_whole()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync(("Deadline:Maximum", "00:00:00.2"));
        using var form = Requests.Form(EncodedPicture.Gif());
        using var response = await api.Client.PostAsync("/api/analyze-batch", form, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.DeadlineExceeded);
    }

    [Fact]
    public async Task Post_with_the_shortest_deadline_is_answered_in_full_or_told_that_it_passed()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "1000"));
        for (var round = 0; round < 50; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(EncodedPicture.Gif()) };
            request.Headers.Add(RequestHeaders.Deadline, "1");
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Contains((int)response.StatusCode, (int[])[200, 504]);
            Assert.NotEmpty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("image/gif")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Send_a_body_that_stalls_beyond_the_deadline_is_told_and_the_connection_goes_on(string type)
    {
        await using var api = await ApiProcess.StartAsync();
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        var image = EncodedPicture.Gif();
        await connection.SendAsync(
            $"POST {Requests.Route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\n{RequestHeaders.Deadline}: 100\r\nContent-Length: {image.Length}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 504", await connection.ReadAsync(until: "\"traceId\""), StringComparison.Ordinal);
        await connection.SendAsync(image);
        await connection.SendAsync("GET /api/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Contains("HTTP/1.1 200", await connection.ReadAsync(), StringComparison.Ordinal);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Leave_a_stream_of_events_ends_the_work()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + "?stream=true") { Content = Requests.Raw(EncodedPicture.Gif()) };
        var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        response.Dispose();
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(api.ErrorLog);
    }
}
