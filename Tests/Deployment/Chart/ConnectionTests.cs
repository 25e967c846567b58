using System.Text.Json;
using System.Text.RegularExpressions;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>The objects of the chart fit together: who calls whom finds them, may call them, and has the password.</summary>
public sealed partial class ConnectionTests
{
    [Fact]
    public async Task Every_service_leads_to_pods_that_listen_on_its_ports()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.All(chart.OfKind("Service"), service =>
        {
            var selector = service.GetProperty("spec").GetProperty("selector").GetRawText();
            var workload = Assert.Single(
                chart.Objects,
                found => RenderedChart.Kind(found) is "Deployment" or "StatefulSet"
                    && found.GetProperty("spec").GetProperty("template").GetProperty("metadata").GetProperty("labels").GetRawText() == selector);
            var listens = workload.GetProperty("spec").GetProperty("template").GetProperty("spec").GetProperty("containers")[0]
                .GetProperty("ports").EnumerateArray().Select(static port => port.GetProperty("containerPort").GetInt32());
            Assert.Equal(listens, service.GetProperty("spec").GetProperty("ports").EnumerateArray().Select(static port => port.GetProperty("targetPort").GetInt32()));
        });
    }

    [Fact]
    public async Task Every_address_in_a_variable_is_one_of_a_service()
    {
        var chart = await RenderedChart.CreateAsync();
        var services = chart.OfKind("Service").SelectMany(static service => service.GetProperty("spec").GetProperty("ports").EnumerateArray()
            .Select(port => $"{RenderedChart.Name(service)}:{port.GetProperty("port").GetInt32()}")).ToHashSet();

        var addresses = Address().Matches(chart.Text).Select(static match => match.Value).Distinct().ToArray();

        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.Contains(address, services));
    }

    [Fact]
    public async Task Every_call_is_allowed_on_both_sides_and_no_other_is()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.Equal(
            ["api>cache", "api>inference", "backup>cache", "inference>cache", "web>api", "web>inference"],
            Allowed(chart, "egress", "to", static (owner, other) => $"{owner}>{other}"));

        // The API and the pages may be called by everybody: the ingress is in another namespace.
        Assert.Equal(
            ["api>cache", "api>inference", "backup>cache", "inference>cache", "web>inference"],
            Allowed(chart, "ingress", "from", static (owner, other) => $"{other}>{owner}"));
    }

    [Fact]
    public async Task A_password_is_in_secrets_alone_and_encoded_in_an_address()
    {
        var chart = await RenderedChart.CreateAsync();
        var secrets = chart.OfKind("Secret").ToList();

        Assert.All(chart.Objects.Except(secrets), found => Assert.DoesNotContain("p@ss/word", found.GetRawText(), StringComparison.Ordinal));
        var api = chart.Find("Secret", "api-secrets").GetProperty("stringData");
        Assert.Equal("cache-service:6379,password=p@ss/word", api.GetProperty("ConnectionStrings__cache").GetString());
        Assert.Equal("redis://:p%40ss%2Fword@cache-service:6379", api.GetProperty("CACHE_URI").GetString());
        Assert.Equal("an-admin-key", api.GetProperty("Security__ApiKeys__0__Key").GetString());
    }

    [Fact]
    public async Task Every_object_that_a_pod_names_is_in_the_chart()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.All(chart.Pods, pod =>
        {
            Assert.Contains(chart.OfKind("ServiceAccount"), found => RenderedChart.Name(found) == pod.Spec.GetProperty("serviceAccountName").GetString());
            Assert.All(pod.Spec.GetProperty("volumes").EnumerateArray(), volume =>
            {
                if (volume.TryGetProperty("persistentVolumeClaim", out var claim))
                {
                    chart.Find("PersistentVolumeClaim", claim.GetProperty("claimName").GetString()!);
                }

                if (volume.TryGetProperty("configMap", out var configMap) && !configMap.TryGetProperty("optional", out _))
                {
                    chart.Find("ConfigMap", configMap.GetProperty("name").GetString()!);
                }
            });
            Assert.All(Sources(pod.Spec), source => chart.Find(source.Kind, source.Name));
        });
    }

    [Fact]
    public async Task The_ingress_lets_large_bodies_and_long_answers_through_to_the_pages()
    {
        var ingress = (await RenderedChart.CreateAsync("--set", "parameters.ingress.host=photos.example")).Find("Ingress", "ingress");
        var annotations = ingress.GetProperty("metadata").GetProperty("annotations");
        var rule = Assert.Single(ingress.GetProperty("spec").GetProperty("rules").EnumerateArray());

        Assert.Equal("150m", annotations.GetProperty("nginx.ingress.kubernetes.io/proxy-body-size").GetString());
        Assert.Equal("300", annotations.GetProperty("nginx.ingress.kubernetes.io/proxy-read-timeout").GetString());
        Assert.Equal("photos.example", rule.GetProperty("host").GetString());
        Assert.Contains("\"name\":\"web-service\",\"port\":{\"name\":\"http\"}", rule.GetRawText().Replace(" ", ""), StringComparison.Ordinal);
    }

    /// <summary>The command of the container, run as it is: by a shell, with the variables of the Secret.</summary>
    [Fact]
    public async Task The_cache_does_not_start_without_a_password()
    {
        var chart = await RenderedChart.CreateAsync();
        var command = chart.Pods.Single(static pod => pod.Component == "cache").Spec.GetProperty("containers")[0].GetProperty("args")[1].GetString()!;

        var (code, output) = await RunCommand.RunAsync(".", "/bin/sh", "", "-c", command);

        Assert.NotEqual(0, code);
        Assert.Contains("Install the chart with secrets.cache.cache_password", output, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", command, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(api|inference|web|cache)-service:\d+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    private static IEnumerable<string> Allowed(RenderedChart chart, string direction, string peers, Func<string, string, string> arrow) =>
        chart.OfKind("NetworkPolicy")
            .SelectMany(policy => policy.GetProperty("spec").TryGetProperty(direction, out var rules)
                ? rules.EnumerateArray()
                    .Where(rule => rule.TryGetProperty(peers, out _))
                    .SelectMany(rule => rule.GetProperty(peers).EnumerateArray())
                    .Where(static peer => peer.TryGetProperty("podSelector", out _))
                    .Select(peer => arrow(
                        Component(policy.GetProperty("spec").GetProperty("podSelector")), Component(peer.GetProperty("podSelector"))))
                : [])
            .Order(StringComparer.Ordinal);

    private static string Component(JsonElement selector) =>
        selector.GetProperty("matchLabels").GetProperty("app.kubernetes.io/component").GetString()!;

    private static IEnumerable<(string Kind, string Name)> Sources(JsonElement pod) => pod.GetProperty("containers").EnumerateArray()
        .SelectMany(static container => container.GetProperty("envFrom").EnumerateArray())
        .SelectMany(static source => source.EnumerateObject())
        .Where(static reference => !reference.Value.TryGetProperty("optional", out _))
        .Select(static reference => (reference.Name == "secretRef" ? "Secret" : "ConfigMap", reference.Value.GetProperty("name").GetString()!));
}
