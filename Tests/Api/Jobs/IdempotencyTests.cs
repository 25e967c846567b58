using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>The same request sent twice is one job.</summary>
public sealed class IdempotencyTests(JobApis apis) : IClassFixture<JobApis>
{
    private const string Header = RequestHeaders.IdempotencyKey;

    [Theory]
    [MemberData(nameof(JobTests.Stores), MemberType = typeof(JobTests))]
    public async Task Submit_with_the_same_key_and_body_gives_the_same_job(string store)
    {
        var client = apis[store];
        var first = await client.StartAsync(headers: (Header, "same"));
        await client.FinishAsync(first.Id);
        var again = await client.StartAsync(headers: (Header, "same"));
        Assert.Equal((first.Id, JobStatus.Succeeded), (again.Id, again.Status));
        var other = await client.StartAsync(headers: [(Header, "same"), (RequestHeaders.ApiKey, "other-key")]);
        Assert.NotEqual(first.Id, other.Id);
    }

    [Theory]
    [MemberData(nameof(JobTests.Stores), MemberType = typeof(JobTests))]
    public async Task Submit_with_the_same_key_by_many_at_once_gives_one_job(string store)
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => apis[store].StartAsync(headers: (Header, "at-once"))));
        Assert.Single(jobs.Select(job => job.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(JobTests.Stores), MemberType = typeof(JobTests))]
    public async Task Submit_with_the_same_key_and_another_body_is_refused(string store)
    {
        await apis[store].StartAsync(headers: (Header, "reused"));
        using var image = await apis[store].SubmitAsync(Photo.Bytes("coffee.jpg"), headers: (Header, "reused"));
        await Requests.ReadProblemAsync(image, ErrorCodes.IdempotencyMismatch);
        using var options = await apis[store].SubmitAsync(query: "?top=2", headers: (Header, "reused"));
        await Requests.ReadProblemAsync(options, ErrorCodes.IdempotencyMismatch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\ttab")]
    public async Task Submit_with_a_bad_key_is_an_invalid_request(string key)
    {
        using var response = await apis["memory"].SubmitAsync(headers: (Header, key));
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Submit_with_the_longest_key_is_accepted_and_with_a_longer_one_refused()
    {
        await apis["memory"].StartAsync(headers: (Header, new string('~', 128)));
        using var response = await apis["memory"].SubmitAsync(headers: (Header, new string('~', 129)));
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }
}
