using System.Text.Json.Nodes;
using Tests.Fixtures;

namespace Tests.Deployment.Upgrades;

/// <summary>What the two services of the first release said to each other: see <c>Tests/Data/contracts/v1/README.md</c>.</summary>
internal static class RecordedContract
{
    /// <summary>The photo that the recordings are about.</summary>
    public const string PhotoName = "cat.jpg";

    public static JsonObject AnalyzeRequest => ReadJson("analyze.request.json");

    public static JsonObject AnalyzeResponse => ReadJson("analyze.response.json");

    public static JsonObject Models => ReadJson("models.response.json");

    public static JsonObject Problem => ReadJson("problem.response.json");

    public static string AnalyzeEvents => Read("analyze.events.txt");

    private static JsonObject ReadJson(string file) => JsonNode.Parse(Read(file))!.AsObject();

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, "Tests", "Data", "contracts", "v1", file));
}
