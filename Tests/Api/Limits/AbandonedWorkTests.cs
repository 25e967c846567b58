using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Work that nobody waits for any more is never run, through both services.</summary>
public sealed class AbandonedWorkTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?stream=true")]
    public async Task Leave_while_the_work_waits_takes_it_out_of_the_queue(string query)
    {
        await using var services = await TwoServices.StartAsync();
        var release = await services.OccupyWorkerAsync();
        using var leaving = new CancellationTokenSource();
        var abandoned = services.Api.Client.PostAsync(Requests.Route + query, Requests.Raw(Photo.Bytes("cat.jpg")), leaving.Token);
        await Eventually.IsTrueAsync(() => services.Active == 1);
        await leaving.CancelAsync();
        await AssertLeftAsync(abandoned);
        await Eventually.IsTrueAsync(() => services.Active == 0);
        await AssertOnlyTheNextRunsAsync(services, release);
    }

    [Fact]
    public async Task Leave_while_another_waits_for_the_same_image_leaves_it_the_work()
    {
        await using var services = await TwoServices.StartAsync();
        var release = await services.OccupyWorkerAsync();
        using var leaving = new CancellationTokenSource();
        var abandoned = services.Api.Client.PostAsync(Requests.Route, Requests.Raw(Photo.Bytes("cat.jpg")), leaving.Token);
        await Eventually.IsTrueAsync(() => services.Active == 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + "?stream=true") { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        using var second = await services.Api.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var events = new StreamReader(await second.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: accepted", await events.ReadLineAsync(TestContext.Current.CancellationToken));
        await leaving.CancelAsync();
        await AssertLeftAsync(abandoned);
        release.SetResult();
        Assert.Contains("event: completed", await events.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, services.Runs);
        Assert.Empty(services.ErrorLog);
    }

    [Fact]
    public async Task Pass_of_the_deadline_takes_the_work_out_of_the_queue()
    {
        await using var services = await TwoServices.StartAsync();
        var release = await services.OccupyWorkerAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        request.Headers.Add(RequestHeaders.Deadline, "300");
        using var response = await services.Api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.DeadlineExceeded);
        await Eventually.IsTrueAsync(() => services.Active == 0);
        await AssertOnlyTheNextRunsAsync(services, release);
    }

    [Fact]
    public async Task Pass_of_the_deadline_over_a_socket_is_told_and_takes_the_work_with_it()
    {
        await using var services = await TwoServices.StartAsync();
        var release = await services.OccupyWorkerAsync();
        using var socket = await SocketClient.OpenAsync(
            services.Api.Client.BaseAddress!, headers: (RequestHeaders.Deadline, "300"));
        var cat = Photo.Bytes("cat.jpg");
        await socket.SendAsync($$"""{"bytes":{{cat.Length}}}""");
        await socket.SendAsync(cat);
        Assert.Contains(ErrorCodes.DeadlineExceeded.Code, (await socket.ReadToEndAsync()).GetRawText(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => services.Active == 0);
        await AssertOnlyTheNextRunsAsync(services, release);
    }

    private static async Task AssertOnlyTheNextRunsAsync(TwoServices services, TaskCompletionSource release)
    {
        release.SetResult();
        using var next = await services.Api.Client.PostAsync(
            Requests.Route, Requests.Raw(Photo.Bytes("coffee.jpg")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(1, services.Runs);
        Assert.Empty(services.ErrorLog);
    }

    private static async Task AssertLeftAsync(Task<HttpResponseMessage> abandoned) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
}
