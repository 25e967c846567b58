using System.Text.Json;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>What each pod of the system may do, and how the cluster knows that it is well.</summary>
public sealed class PodTests
{
    private static readonly string[] Services = ["api", "inference", "web"];
    private static readonly string[] Amounts = ["requests", "limits"];
    private static readonly string[] Probes = ["startupProbe", "readinessProbe", "livenessProbe"];
    private static readonly string[] Paths = ["/health/startup", "/health/ready", "/health/live"];
    private static readonly string[] Sources = ["configMapRef", "secretRef"];

    [Fact]
    public async Task Every_pod_runs_without_rights_that_it_does_not_need()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.Equal(["api", "backup", "cache", "inference", "web"], chart.Pods.Select(static pod => pod.Component).Order(StringComparer.Ordinal));
        Assert.All(chart.Pods, pod =>
        {
            Assert.False(pod.Spec.GetProperty("automountServiceAccountToken").GetBoolean());
            Assert.Equal($"{pod.Component}-service-account", pod.Spec.GetProperty("serviceAccountName").GetString());
            var security = pod.Spec.GetProperty("securityContext");
            Assert.True(security.GetProperty("runAsNonRoot").GetBoolean());
            Assert.NotEqual(0, security.GetProperty("runAsUser").GetInt64());
            Assert.Equal("RuntimeDefault", security.GetProperty("seccompProfile").GetProperty("type").GetString());
        });
    }

    [Fact]
    public async Task Every_container_has_a_read_only_system_a_folder_for_temporary_files_and_limits()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.All(Containers(chart), container =>
        {
            var security = container.GetProperty("securityContext");
            Assert.True(security.GetProperty("readOnlyRootFilesystem").GetBoolean());
            Assert.False(security.GetProperty("allowPrivilegeEscalation").GetBoolean());
            Assert.False(security.TryGetProperty("privileged", out _));
            Assert.Equal("ALL", Assert.Single(security.GetProperty("capabilities").GetProperty("drop").EnumerateArray()).GetString());
            Assert.Contains(container.GetProperty("volumeMounts").EnumerateArray(), static mount => mount.GetProperty("mountPath").GetString() == "/tmp");

            var resources = container.GetProperty("resources");
            Assert.All(Amounts, kind =>
            {
                Assert.NotEmpty(resources.GetProperty(kind).GetProperty("cpu").GetString()!);
                Assert.NotEmpty(resources.GetProperty(kind).GetProperty("memory").GetString()!);
            });
        });
    }

    [Fact]
    public async Task Every_service_is_asked_whether_it_has_started_is_ready_and_is_alive()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.All(Services, component =>
        {
            var container = Container(chart, component);
            Assert.All(Probes.Zip(Paths), probe =>
            {
                var request = container.GetProperty(probe.First).GetProperty("httpGet");
                Assert.Equal(probe.Second, request.GetProperty("path").GetString());
                Assert.Equal("HTTP", request.GetProperty("scheme").GetString());
                Assert.Equal(8080, request.GetProperty("port").GetInt32());
            });
        });
        var cache = Container(chart, "cache");
        Assert.All(Probes, probe => Assert.True(cache.GetProperty(probe).TryGetProperty("exec", out _)));
    }

    [Fact]
    public async Task The_engine_has_as_many_workers_as_its_limit_has_processors()
    {
        var variable = Assert.Single(Container(await RenderedChart.CreateAsync(), "inference").GetProperty("env").EnumerateArray());

        Assert.Equal("Admission__Workers", variable.GetProperty("name").GetString());
        Assert.Equal("limits.cpu", variable.GetProperty("valueFrom").GetProperty("resourceFieldRef").GetProperty("resource").GetString());
    }

    [Fact]
    public async Task Every_service_lets_its_requests_end_before_it_is_stopped()
    {
        const int DrainDelayAndLimit = 5 + 20;
        var chart = await RenderedChart.CreateAsync();

        Assert.All(Services, component => Assert.True(
            chart.Pods.Single(pod => pod.Component == component).Spec.GetProperty("terminationGracePeriodSeconds").GetInt32() > DrainDelayAndLimit));
    }

    [Fact]
    public async Task A_changed_setting_replaces_the_pods()
    {
        var before = await RenderedChart.CreateAsync();
        var after = await RenderedChart.CreateAsync("--set", "config.api.Uploads__Store=Disk");

        Assert.NotEqual(Checksum(before, "api"), Checksum(after, "api"));
        Assert.Equal(Checksum(before, "inference"), Checksum(after, "inference"));
    }

    [Fact]
    public async Task Every_service_takes_further_settings_that_need_not_be_there()
    {
        var chart = await RenderedChart.CreateAsync();

        Assert.All(Services, component => Assert.All(Sources, kind => Assert.Contains(
            Container(chart, component).GetProperty("envFrom").EnumerateArray(),
            source => source.TryGetProperty(kind, out var reference)
                && reference.GetProperty("name").GetString() == $"{component}-settings"
                && reference.GetProperty("optional").GetBoolean())));
    }

    private static IEnumerable<JsonElement> Containers(RenderedChart chart) => chart.Pods.SelectMany(static pod =>
        pod.Spec.GetProperty("containers").EnumerateArray().Concat(
            pod.Spec.TryGetProperty("initContainers", out var first) ? first.EnumerateArray() : default));

    private static JsonElement Container(RenderedChart chart, string component) =>
        Assert.Single(chart.Pods.Single(pod => pod.Component == component).Spec.GetProperty("containers").EnumerateArray());

    private static string? Checksum(RenderedChart chart, string component) => chart.Find("Deployment", $"{component}-deployment")
        .GetProperty("spec").GetProperty("template").GetProperty("metadata").GetProperty("annotations").GetProperty("checksum/config").GetString();
}
