using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Pipelines;

/// <summary>A pipeline of GitLab or GitHub: its text, its tree, and what its jobs run.</summary>
internal sealed class Pipeline
{
    public const string GitLab = ".gitlab-ci.yml";
    public const string GitHub = ".github/workflows/ci.yml";

    // PyYAML is there, for yamllint stands on it.
    private const string ToJson = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)";

    private static readonly string Python = Path.Combine(Path.GetDirectoryName(DeploymentTool.YamlLint)!, "python");

    private Pipeline(string text, JsonElement root) => (Text, Root) = (text, root);

    public string Text { get; }

    public JsonElement Root { get; }

    /// <summary>The jobs that are run, by their name.</summary>
    public IEnumerable<JsonProperty> Jobs => Root.TryGetProperty("jobs", out var jobs) ? jobs.EnumerateObject()
        : Root.EnumerateObject().Where(static job => job.Value.ValueKind == JsonValueKind.Object && job.Value.TryGetProperty("script", out _));

    /// <summary>Every line that a shell gets, of all jobs.</summary>
    public IEnumerable<string> Lines => Values(Root)
        .Where(static value => value.Name is "run" or "script" or "before_script")
        .SelectMany(static value => value.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static async Task<Pipeline> ReadAsync(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken);
        var (code, output) = await RunCommand.RunAsync(".", Python, text, "-c", ToJson);
        Assert.True(code == 0, output);
        return new Pipeline(text, JsonElement.Parse(output));
    }

    /// <summary>Every text in the tree below an element, by the name that it or its list has.</summary>
    public static IEnumerable<(string Name, string Text)> Values(JsonElement element, string name = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => Values(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Values(one, name)),
        JsonValueKind.String => [(name, element.GetString()!)],
        _ => [],
    };
}
