using Aspire.Hosting.Testing;
using Tests.Api.Compatibility;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting;

/// <summary>The commands of <c>docs/drop-in.md</c>: each cloud's own client, through the pages' server, at the whole system.</summary>
public sealed class CloudSampleTests(AppHostFixture fixture, CloudClients clients)
{
    private const string Document = "docs/drop-in.md";
    private const string Install = "cd samples && npm ci";

    public static TheoryData<string> Commands =>
        [.. DocumentedScripts.Of(Document).Single(static script => script.Contains(Install, StringComparison.Ordinal))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line != Install)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_a_documented_sample_prints_what_is_in_the_photo(string command)
    {
        var address = (await fixture.GetAsync()).GetEndpoint("web").ToString().TrimEnd('/');
        var script = command.Replace("http://localhost:8080", address, StringComparison.Ordinal)
            .Replace("../Tests/Data/images", Photo.Folder, StringComparison.Ordinal);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ADMIN_KEY"] = StartedAppHost.AdminKey };
        Assert.Contains("Egyptian cat", await clients.RunShellAsync(script, environment), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cloud_has_a_sample() => Assert.Equal(
        ["AWS", "GOOGLE", "VISION"], Commands.Select(static row => row.Data.Split('_')[0]).Order(StringComparer.Ordinal));
}
