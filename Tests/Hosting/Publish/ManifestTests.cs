using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tests.Hosting.Model;
using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>The manifest for azd, in the shape that Aspire gives it.</summary>
public sealed class ManifestTests
{
    [Fact]
    public async Task Write_a_manifest_describes_each_resource_and_what_it_refers_to()
    {
        using var manifest = await ReadAsync(static builder => ShopModel.Describe(builder));
        var resources = manifest.RootElement.GetProperty("resources");

        Assert.Equal(
            ["region", "cache", "Price-List", "shop", "cache-password", "cache-password-uri-encoded", ConditionName(resources)],
            resources.EnumerateObject().Select(static resource => resource.Name));
        Assert.Equal(["type", "path", "env", "bindings"], Keys(resources.GetProperty("shop")));
        Assert.Equal(["type", "connectionString", "image", "entrypoint", "args", "volumes", "env", "bindings"], Keys(resources.GetProperty("cache")));
    }

    [Fact]
    public async Task Write_a_project_refers_to_others_by_expressions()
    {
        using var manifest = await ReadAsync(static builder => ShopModel.Describe(builder));

        Assert.Equal(
            """{"OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY":"in_memory","ASPNETCORE_FORWARDEDHEADERS_ENABLED":"true","HTTP_PORTS":"{shop.bindings.http.targetPort}","ConnectionStrings__cache":"{cache.connectionString}","CACHE_HOST":"{cache.bindings.tcp.host}","CACHE_PORT":"{cache.bindings.tcp.port}","CACHE_PASSWORD":"{cache-password.value}","CACHE_URI":"redis://:{cache-password-uri-encoded.value}@{cache.bindings.tcp.host}:{cache.bindings.tcp.port}","services__Price-List__http__0":"{Price-List.bindings.http.url}","PRICE_LIST_HTTP":"{Price-List.bindings.http.url}","services__Price-List__https__0":"{Price-List.bindings.https.url}","PRICE_LIST_HTTPS":"{Price-List.bindings.https.url}","REGION":"{region.value}"}""",
            Compact(manifest, "shop", "env"));
        Assert.Equal(
            """{"http":{"scheme":"http","protocol":"tcp","transport":"http","external":true},"https":{"scheme":"https","protocol":"tcp","transport":"http","external":true}}""",
            Compact(manifest, "shop", "bindings"));
    }

    [Fact]
    public async Task Write_a_cache_is_a_container_with_its_password_and_data()
    {
        using var manifest = await ReadAsync(static builder => ShopModel.Describe(builder));
        var resources = manifest.RootElement.GetProperty("resources");

        Assert.Equal("container.v0", Text(manifest, "cache", "type"));
        Assert.Equal("docker.io/library/redis:8.6", Text(manifest, "cache", "image"));
        Assert.Equal("""["-c","redis-server --requirepass $REDIS_PASSWORD --save 60 1"]""", Compact(manifest, "cache", "args"));
        Assert.Equal("""[{"name":"cache-data","target":"/data","readOnly":false}]""", Compact(manifest, "cache", "volumes"));
        Assert.Equal("""{"tcp":{"scheme":"redis","protocol":"tcp","transport":"tcp","targetPort":6379}}""", Compact(manifest, "cache", "bindings"));
        Assert.Equal(
            $"{{cache.bindings.tcp.host}}:{{cache.bindings.tcp.port}},password={{cache-password.value}}{{{ConditionName(resources)}.connectionString}}",
            Text(manifest, "cache", "connectionString"));
        Assert.Equal("""{"type":"value.v0","connectionString":""}""", Compact(manifest, ConditionName(resources)));
        Assert.Equal("""{"type":"annotated.string","value":"{cache-password.value}","filter":"uri"}""", Compact(manifest, "cache-password-uri-encoded"));
    }

    [Fact]
    public async Task Write_parameters_tells_what_to_ask_for_and_what_to_make()
    {
        using var manifest = await ReadAsync(static builder => ShopModel.Describe(builder));

        Assert.Equal(
            """{"type":"parameter.v0","value":"{cache-password.inputs.value}","inputs":{"value":{"type":"string","secret":true,"default":{"generate":{"minLength":22,"special":false}}}}}""",
            Compact(manifest, "cache-password"));
        Assert.Equal(
            """{"type":"parameter.v0","value":"{region.inputs.value}","inputs":{"value":{"type":"string","default":{"value":"north"}}}}""",
            Compact(manifest, "region"));
    }

    [Fact]
    public async Task Write_a_path_is_relative_to_the_manifest()
    {
        using var manifest = await ReadAsync(static builder => builder.AddExecutable("tool", "make", "/nowhere/tools", "all"));

        Assert.EndsWith("../nowhere/tools", Text(manifest, "tool", "workingDirectory"), StringComparison.Ordinal);
        Assert.Equal("executable.v0", Text(manifest, "tool", "type"));
        Assert.Equal("""["all"]""", Compact(manifest, "tool", "args"));
    }

    [Fact]
    public async Task Write_further_endpoints_of_a_project_allocates_their_ports()
    {
        using var manifest = await ReadAsync(static builder => builder.AddProject<TestProject>("shop").WithHttpEndpoint(name: "admin"));

        Assert.Equal(
            """{"scheme":"http","protocol":"tcp","transport":"http","targetPort":8000}""",
            manifest.RootElement.GetProperty("resources").GetProperty("shop").GetProperty("bindings").GetProperty("admin").GetRawText().ReplaceLineEndings("").Replace(" ", ""));
    }

    [Fact]
    public async Task Write_a_container_without_an_image_says_that_it_cannot()
    {
        using var manifest = await ReadAsync(static builder => builder.AddResource(new ContainerResource("box")));

        Assert.Equal("This resource does not support generation in the manifest.", Text(manifest, "box", "error"));
    }

    private static async Task<JsonDocument> ReadAsync(Action<IDistributedApplicationBuilder> describe)
    {
        using var published = await PublishedModel.WriteAsync(describe, "--publisher", "manifest");
        return JsonDocument.Parse(published.Read("aspire-manifest.json"));
    }

    private static string ConditionName(JsonElement resources) =>
        Assert.Single(resources.EnumerateObject(), static resource => resource.Name.StartsWith("cond-cache-bindings-tcp-tlsenabled-", StringComparison.Ordinal)).Name;

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);

    private static string? Text(JsonDocument manifest, string resource, string property) =>
        manifest.RootElement.GetProperty("resources").GetProperty(resource).GetProperty(property).GetString();

    private static string Compact(JsonDocument manifest, params string[] path) => System.Text.Json.Nodes.JsonNode.Parse(path
        .Aggregate(manifest.RootElement.GetProperty("resources"), static (element, name) => element.GetProperty(name)).GetRawText())!
        .ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
