using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The program of <c>samples</c>, as anybody would start it.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsSampleTests(CloudApi api, CloudClients clients)
{
    [Theory]
    [InlineData("cat.jpg", "Egyptian cat", "domestic cat", "cat")]
    [InlineData("coffee.jpg", "espresso", "cup", "beverage")]
    [InlineData("palace.jpg", "palace")]
    [InlineData("portrait.jpg", "person", "tie")]
    public async Task The_sample_prints_what_is_in_a_photo(string photo, params string[] names)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = api.Endpoint.ToString(),
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_ACCESS_KEY_ID"] = CloudApi.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = CloudApi.Secret,
        };
        var printed = await clients.RunAsync("aws.mjs", [Path.Combine(Photo.Folder, photo)], environment);
        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, static line => Assert.Matches(@"^[\w' -]+ \(\d+\.\d %\)$", line));
        Assert.Empty(names.Except(lines.Select(static line => line[..line.LastIndexOf(" (", StringComparison.Ordinal)])));
    }

    [Fact]
    public void The_sample_has_ten_lines_at_most() => Assert.InRange(
        File.ReadLines(Path.Combine(Repository.Root, "samples", "aws.mjs"))
            .Count(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)),
        1,
        10);
}
