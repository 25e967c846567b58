using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>The objects that <c>helm template</c> makes of the committed chart.</summary>
internal sealed class RenderedChart
{
    private RenderedChart(string text, IReadOnlyList<JsonElement> objects)
    {
        Text = text;
        Objects = objects;
    }

    /// <summary>What a person has to give: the passwords, and nothing else.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
    [
        "secrets.cache.cache_password=p@ss/word", "secrets.inference.cache_password=p@ss/word", "secrets.api.cache_password=p@ss/word",
        "secrets.api.adminkey=an-admin-key", "secrets.backup.restic_password=a-key",
    ];

    public static string Folder { get; } = Path.Combine(Repository.Root, "deploy", "chart");

    public string Text { get; }

    public IReadOnlyList<JsonElement> Objects { get; }

    /// <summary>The specs of all pods, by the component that they are of.</summary>
    public IEnumerable<(string Component, JsonElement Spec)> Pods => Objects
        .Select(static found => Kind(found) switch
        {
            "Deployment" or "StatefulSet" => found.GetProperty("spec").GetProperty("template"),
            "CronJob" => found.GetProperty("spec").GetProperty("jobTemplate").GetProperty("spec").GetProperty("template"),
            _ => default,
        })
        .Where(static template => template.ValueKind == JsonValueKind.Object)
        .Select(static template => (Component(template), template.GetProperty("spec")));

    /// <param name="arguments">More arguments of helm, such as <c>-f</c> with a file of <c>deploy/</c>.</param>
    public static async Task<RenderedChart> CreateAsync(params string[] arguments)
    {
        var secrets = Secrets.SelectMany(static secret => new[] { "--set", secret });
        var (code, output) = await RunCommand.RunAsync(
            "deploy", DeploymentTool.Helm, "", ["template", "vision", Folder, "--namespace", "vision", .. secrets, .. arguments]);
        Assert.True(code == 0, output);
        return new RenderedChart(output, YamlDocuments.Read(output));
    }

    public static string Kind(JsonElement found) => found.GetProperty("kind").GetString()!;

    public static string Name(JsonElement found) => found.GetProperty("metadata").GetProperty("name").GetString()!;

    public IEnumerable<JsonElement> OfKind(string kind) => Objects.Where(found => Kind(found) == kind);

    public JsonElement Find(string kind, string name) => Assert.Single(OfKind(kind), found => Name(found) == name);

    private static string Component(JsonElement template) =>
        template.GetProperty("metadata").GetProperty("labels").GetProperty("app.kubernetes.io/component").GetString()!;
}
