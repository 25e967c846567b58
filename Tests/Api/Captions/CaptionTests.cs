using Contracts;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Captions;

/// <summary>Captions through the public API, with an endpoint that answers, is away, or takes its time.</summary>
public sealed class CaptionTests
{
    private const string Query = "?features=caption";

    [Theory]
    [MemberData(nameof(CaptionServices.Modes), MemberType = typeof(CaptionServices))]
    public async Task Post_while_the_endpoint_is_away_is_local_and_not_kept(string mode)
    {
        await using var services = await CaptionServices.StartAsync(mode);
        services.Chat.Reply = ChatReplies.Status(401);
        Assert.Equal((Caption.LocalSource, "analysis; fwd=miss"), await PostAsync(services));
        services.Chat.Reply = ChatReplies.Saying("A cat.");
        Assert.Equal((ChatServer.Model, "analysis; fwd=miss"), await PostAsync(services));
        Assert.Equal((ChatServer.Model, "analysis; hit; detail=memory"), await PostAsync(services));
        Assert.Equal(2, services.Chat.Calls.Count);
        Assert.Empty(services.ErrorLog);
    }

    [Theory]
    [MemberData(nameof(CaptionServices.Modes), MemberType = typeof(CaptionServices))]
    public async Task Post_for_events_while_the_endpoint_is_away_is_local_and_not_kept(string mode)
    {
        await using var services = await CaptionServices.StartAsync(mode);
        services.Chat.Reply = ChatReplies.Status(401);
        var events = await StreamAsync(services);
        Assert.Contains("\"source\":\"local\"", events, StringComparison.Ordinal);
        Assert.DoesNotContain("provisional", events, StringComparison.Ordinal);
        Assert.Contains("event: completed", events, StringComparison.Ordinal);
        services.Chat.Reply = ChatReplies.Saying("A cat.");
        Assert.Contains("\"A cat.\"", await StreamAsync(services), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CaptionServices.Modes), MemberType = typeof(CaptionServices))]
    public async Task Post_with_a_deadline_that_the_endpoint_would_miss_is_local_in_time(string mode)
    {
        await using var services = await CaptionServices.StartAsync(mode);
        services.Chat.Reply = ChatReplies.Nothing();
        Assert.Equal((Caption.LocalSource, "analysis; fwd=miss"), await PostAsync(services, deadline: "6000"));
        Assert.Single(services.Chat.Calls);
        Assert.Empty(services.ErrorLog);
    }

    [Theory]
    [MemberData(nameof(CaptionServices.Modes), MemberType = typeof(CaptionServices))]
    public async Task Post_beside_a_job_does_not_wait_as_long_as_the_job_does(string mode)
    {
        await using var services = await CaptionServices.StartAsync(mode, ("Deadline:Maximum", "00:00:05"));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        services.Chat.Reply = ChatReplies.First(
            1,
            async (context, number) =>
            {
                await release.Task.WaitAsync(context.RequestAborted);
                await ChatReplies.Saying("Worth the wait.")(context, number);
            },
            ChatReplies.Nothing());
        var job = await services.Client.StartAsync(query: Query);
        await Eventually.IsTrueAsync(() => !services.Chat.Calls.IsEmpty);

        // Each of these takes more than two of the five seconds that a request may take.
        for (var call = 0; call < 3; call++)
        {
            Assert.Equal((Caption.LocalSource, "analysis; fwd=miss"), await PostAsync(services));
        }

        release.SetResult();
        var finished = await services.Client.FinishAsync(job.Id);
        Assert.Equal((JobStatus.Succeeded, "Worth the wait."), (finished.Status, finished.Result?.GetProperty("caption").GetProperty("text").GetString()));
        Assert.Equal((ChatServer.Model, "analysis; hit; detail=memory"), await PostAsync(services));
        Assert.Empty(services.ErrorLog);
    }

    private static async Task<(string? Source, string CacheStatus)> PostAsync(CaptionServices services, string? deadline = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + Query) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        if (deadline is not null)
        {
            request.Headers.Add(RequestHeaders.Deadline, deadline);
        }

        using var response = await services.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        var analysis = System.Text.Json.JsonSerializer.Deserialize(text, ContractsJsonContext.Default.Analysis)!;
        Assert.Empty(analysis.Errors);
        return (analysis.Caption?.Source, response.Headers.GetValues("Cache-Status").Single());
    }

    private static async Task<string> StreamAsync(CaptionServices services)
    {
        using var response = await services.Client.PostAsync(
            Requests.Route + Query + "&stream=true", Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
