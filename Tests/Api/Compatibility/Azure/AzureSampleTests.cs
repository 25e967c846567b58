using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary><c>samples/azure.mjs</c>: a program for Azure of which only endpoint and key are changed.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureSampleTests(CloudApi api, CloudClients clients)
{
    [Theory]
    [InlineData("cat.jpg", "^Caption: A .*picture of a domestic cat, possibly an Egyptian cat", @"^Tag: Egyptian cat \(0\.5\d*\)$")]
    [InlineData("coffee.jpg", "^Caption: A .*picture of an espresso", @"^Tag: espresso \(0\.\d+\)$")]
    [InlineData("palace.jpg", "^Caption: A .*picture .*palace", @"^Tag: palace \(0\.\d+\)$")]
    [InlineData(Receipt.FileName, "^Text: ACME Hardware Store$", @"^Text: TOTAL 31\.50 EUR$")]
    public async Task The_sample_prints_right_answers(string photo, params string[] expected)
    {
        var environment = new Dictionary<string, string>(api.NodeTrust, StringComparer.Ordinal)
        {
            ["VISION_ENDPOINT"] = api.SecureEndpoint.GetLeftPart(UriPartial.Authority),
            ["VISION_KEY"] = CloudApi.Key,
        };
        var printed = await clients.RunAsync("azure.mjs", [Path.Combine(Photo.Folder, photo)], environment);
        Assert.All(expected, pattern => Assert.Contains(
            printed.Split('\n'), line => Regex.IsMatch(line, pattern, RegexOptions.NonBacktracking)));
    }
}
