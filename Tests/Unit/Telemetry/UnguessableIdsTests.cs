using ServiceDefaults.Telemetry;
using Xunit;

namespace Tests.Unit.Telemetry;

public sealed class UnguessableIdsTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("/api/jobs/" + Id, "/api/jobs/{id}")]
    [InlineData("/api/jobs/" + Id + "/events", "/api/jobs/{id}/events")]
    [InlineData("http://api/api/uploads/" + Id + "?x=" + Id, "http://api/api/uploads/{id}?x=" + Id)]
    [InlineData("/" + Id + "/" + Id, "/{id}/{id}")]
    [InlineData("/api/jobs/0" + Id, "/api/jobs/0" + Id)]
    [InlineData("/api/models/efficientnet-lite2/labels", "/api/models/efficientnet-lite2/labels")]
    [InlineData("/api/results/sha256:" + Id + Id, "/api/results/sha256:" + Id + Id)]
    [InlineData("", "")]
    public void Mask_puts_a_placeholder_for_each_segment_that_looks_like_an_id(string address, string expected) =>
        Assert.Equal(expected, UnguessableIds.Mask(address));
}
