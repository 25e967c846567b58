using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tests.Deployment.BlueGreen.StandIn;
using Xunit;

namespace Tests.Deployment.BlueGreen;

/// <summary>What the tests want to know of a namespace.</summary>
internal static partial class NamespaceAssertions
{
    public static readonly string[] Components = ["inference", "api", "web"];

    /// <summary>The colours that the three stable Services select; <c>none</c> where they name none.</summary>
    public static IReadOnlyList<string> ActiveColors(this ClusterNamespace space) =>
        [.. Components.Select(component => space.SelectorOf(component)["vision/color"]?.GetValue<string>() ?? "none").Distinct(StringComparer.Ordinal)];

    public static JsonObject SelectorOf(this ClusterNamespace space, string component) =>
        (JsonObject)space.Find("Service", $"{component}-service")!["spec"]!["selector"]!;

    public static string? Phase(this ClusterNamespace space) =>
        space.Find("ConfigMap", "blue-green-state")?["data"]?["phase"]?.GetValue<string>();

    public static string? ImageOf(this ClusterNamespace space, string deployment) =>
        space.Find("Deployment", deployment)?["spec"]!["template"]!["spec"]!["containers"]![0]!["image"]!.GetValue<string>();

    /// <summary>All objects, without what differs from one run to the next in any case: times, versions, measurements and holders.</summary>
    public static string Everything(this ClusterNamespace space) =>
        Changing().Replace(string.Join('\n', space.All().Select(static content => content.ToJsonString()).Order(StringComparer.Ordinal)), "")
            .Replace(space.Name, "vision", StringComparison.Ordinal);

    public static void AssertOnlyRead(this ClusterNamespace space)
    {
        Assert.NotEmpty(space.Requests);
        Assert.DoesNotContain(space.Requests, static request => !request.IsReading);
    }

    [GeneratedRegex(
        """ "(resourceVersion|uid|generation|observedGeneration|creationTimestamp|measured|updated|holderIdentity|acquireTime|renewTime)":("(\\.|[^"\\])*"|\d+),? """,
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Changing();
}
