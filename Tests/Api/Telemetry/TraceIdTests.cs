using Contracts;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>Whoever reports a trouble can name the trace of it, whatever the reply was.</summary>
public sealed class TraceIdTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/metrics", 200)]
    [InlineData("/api/models", 200)]
    [InlineData("/problems/invalid_image", 200)]
    [InlineData("/nowhere", 404)]
    public async Task Get_of_whatever_tells_its_trace_once(string path, int status)
    {
        using var response = await api.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Matches("^[0-9a-f]{32}$", Assert.Single(response.Headers.GetValues("X-Trace-Id")));
    }

    [Fact]
    public async Task Problem_tells_the_same_trace_in_header_and_body()
    {
        using var response = await api.Client.PostAsync(Requests.Route, Requests.Raw([1, 2, 3]), TestContext.Current.CancellationToken);
        var problem = await Requests.ReadProblemAsync(response, ErrorCodes.InvalidImage);
        Assert.Equal(problem.TraceId, response.Headers.GetValues("X-Trace-Id").Single());
    }
}
