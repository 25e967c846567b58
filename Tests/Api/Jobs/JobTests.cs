using System.Net;
using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>A job from its acceptance to its outcome, the same in memory and in Redis.</summary>
public sealed class JobTests(JobApis apis) : IClassFixture<JobApis>
{
    public static TheoryData<string> Stores => ["memory", "redis"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Submit_gives_a_job_that_ends_with_the_analysis(string store)
    {
        var client = apis[store];
        var accepted = await client.StartAsync(query: "?top=3");
        Assert.False(accepted.IsFinished && accepted.Result is null);
        var job = await client.FinishAsync(accepted.Id);
        Assert.Equal((JobStatus.Succeeded, 1), (job.Status, job.Attempts));
        Assert.True(job.CreatedAt <= job.StartedAt && job.StartedAt <= job.FinishedAt);
        var expected = await client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), "?top=3");
        var result = job.Result!.Value.Deserialize(ContractsJsonContext.Default.Analysis)!;
        Assert.Equal((expected.Digest, 3), (result.Digest, result.Labels!.Count));
        Assert.Equal(expected.Labels, result.Labels);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Submit_that_prefers_to_wait_answers_with_the_analysis(string store)
    {
        using var response = await apis[store].SubmitAsync(headers: ("Prefer", "respond-async, wait=30"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("wait=30", response.Headers.GetValues("Preference-Applied").Single());
        using var analysis = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Egyptian cat", analysis.RootElement.GetProperty("labels")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("wait=0")]
    [InlineData("wait=61")]
    [InlineData("wait=soon")]
    [InlineData("wait")]
    [InlineData("wait=-1")]
    public async Task Submit_with_a_bad_preference_is_an_invalid_request(string preference)
    {
        using var response = await apis["memory"].SubmitAsync(headers: ("Prefer", preference));
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Submit_of_an_image_that_cannot_be_decoded_gives_a_job_that_fails_with_its_problem(string store)
    {
        var client = apis[store];
        using var response = await client.SubmitAsync(PngFile.WithSize(50, 50), headers: ("Prefer", "wait=30"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var job = await client.FinishAsync((await JobRequests.ReadAsync(response)).Id);
        Assert.Equal((JobStatus.Failed, 1), (job.Status, job.Attempts));
        Assert.Equal((ErrorCodes.InvalidImage.Code, "Invalid image format", 400), (job.Problem!.Code, job.Problem.Title, job.Problem.Status));
        Assert.Null(job.Result);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Submit_of_what_the_analyse_route_refuses_is_refused_at_once(string store)
    {
        using var format = await apis[store].SubmitAsync("no image"u8.ToArray());
        await Requests.ReadProblemAsync(format, ErrorCodes.InvalidImage);
        using var model = await apis[store].SubmitAsync(query: "?model=none");
        await Requests.ReadProblemAsync(model, ErrorCodes.ModelNotFound);
        using var option = await apis[store].SubmitAsync(query: "?stream=true");
        await Requests.ReadProblemAsync(option, ErrorCodes.InvalidRequest);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Cancel_of_a_finished_job_is_refused_and_of_none_not_found(string store)
    {
        var client = apis[store];
        var job = await client.FinishAsync((await client.StartAsync()).Id);
        using var finished = await client.DeleteAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(finished, ErrorCodes.JobFinished);
        foreach (var route in new[] { "/api/jobs/none", "/api/jobs/none/events" })
        {
            using var missing = await client.GetAsync(route, TestContext.Current.CancellationToken);
            await Requests.ReadProblemAsync(missing, ErrorCodes.JobNotFound);
        }

        using var unknown = await client.DeleteAsync("/api/jobs/none", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(unknown, ErrorCodes.JobNotFound);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Get_of_a_job_tells_every_member_and_null_for_what_is_not_there(string store)
    {
        using var response = await apis[store].SubmitAsync(query: "?top=13");
        using var accepted = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ["id", "status", "createdAt", "startedAt", "finishedAt", "attempts", "progress", "result", "problem"],
            accepted.RootElement.EnumerateObject().Select(member => member.Name));
        await apis[store].FinishAsync(accepted.RootElement.GetProperty("id").GetString()!);
        var text = await apis[store].GetStringAsync(response.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains("\"problem\":null", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_says_where_jobs_live()
    {
        foreach (var (store, text) in new[] { ("memory", "live in the memory of this process"), ("redis", "kept in Redis") })
        {
            var report = await apis[store].GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.Contains(text, report, StringComparison.Ordinal);
        }
    }
}
