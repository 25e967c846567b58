using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Contracts;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>The changes of a job, told as they happen or afterwards.</summary>
public sealed class JobEventsTests(JobApis apis) : IClassFixture<JobApis>
{
    [Theory]
    [MemberData(nameof(JobTests.Stores), MemberType = typeof(JobTests))]
    public async Task Follow_tells_every_change_from_the_first_to_the_last(string store)
    {
        var client = apis[store];
        var accepted = await client.StartAsync();
        var events = await ReadAsync(client, accepted.Id);
        Assert.Equal(["1", "2", "3"], events.Select(item => item.EventId));
        Assert.All(events, item => Assert.Equal("status", item.EventType));
        Assert.Equal([JobStatus.Queued, JobStatus.Running, JobStatus.Succeeded], events.Select(item => item.Data.Status));
        Assert.Equal([false, false, true], events.Select(item => item.Data.Result is not null));
        Assert.Equal([0, 1, 1], events.Select(item => item.Data.Attempts));
    }

    [Theory]
    [MemberData(nameof(JobTests.Stores), MemberType = typeof(JobTests))]
    public async Task Follow_goes_on_behind_the_last_event_that_was_seen(string store)
    {
        var client = apis[store];
        var job = await client.FinishAsync((await client.StartAsync()).Id);
        Assert.Equal(["3"], (await ReadAsync(client, job.Id, lastEventId: "2")).Select(item => item.EventId));
        using var request = Get(job.Id, lastEventId: "3");
        using var nothing = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
    }

    private static HttpRequestMessage Get(string id, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/jobs/{id}/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return request;
    }

    private static async Task<List<SseItem<Job>>> ReadAsync(HttpClient client, string id, string? lastEventId = null)
    {
        using var request = Get(id, lastEventId);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, ContractsJsonContext.Default.Job)!)
            .EnumerateAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
