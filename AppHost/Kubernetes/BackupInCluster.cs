using AppHost.Kubernetes.Objects;
using AppHost.Publishing;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes;

/// <summary>The daily backup of the models, the configuration and Redis; see docs/disaster-recovery.md.</summary>
internal static class BackupInCluster
{
    private const string Component = "backup";
    private const string SettingsName = "backup-config";
    private const string SecretName = "backup-secrets";
    private const string RepositoryClaim = "backup-repository-pvc";

    private static readonly string[] Configured = ["api", "inference", "web"];
    private static readonly string[] Colors = ["", "-blue", "-green"];

    /// <param name="cache">It keeps what is backed up, apart from the models.</param>
    public static void AddTo(KubernetesResource cache)
    {
        var pod = Pod();
        Hardening.AddTo(pod, Component, Hardening.DotnetUser);
        BaseKubernetesResource[] parts =
        [
            new ServiceAccount(Component),
            Settings(),
            Secret(),
            Repository(),
            new NetworkRules(Component).Calls("cache").CallsMonitoring().CallsOutside().ToObject(),
            Job(pod),
        ];
        foreach (var part in parts)
        {
            // Otherwise the publisher would take them for parts of the cache.
            foreach (var (name, value) in Labels.Of(Component))
            {
                part.Metadata.Labels[name] = value;
            }
        }

        cache.AdditionalResources.AddRange(parts);
    }

    private static KubernetesObject Job(PodSpecV1 pod) => new("batch/v1", "CronJob", $"{Component}-cronjob", new
    {
        schedule = ChartValue.Text(Component, "schedule", "17 2 * * *"),
        concurrencyPolicy = "Forbid",
        startingDeadlineSeconds = 3600,
        successfulJobsHistoryLimit = 3,
        failedJobsHistoryLimit = 3,
        jobTemplate = new
        {
            metadata = new { labels = Labels.Of(Component) },
            spec = new
            {
                backoffLimit = 2,
                activeDeadlineSeconds = 7200,
                template = new { metadata = new { labels = Labels.Of(Component) }, spec = pod },
            },
        },
    });

    private static PodSpecV1 Pod()
    {
        var container = new ContainerV1
        {
            Name = Component,
            Image = ChartValue.Text(Component, "image", "vision-backup:latest"),
            ImagePullPolicy = "IfNotPresent",
            Resources = new ResourceRequirementsV1
            {
                Requests = { ["cpu"] = "100m", ["memory"] = "128Mi" },
                Limits = { ["cpu"] = "1", ["memory"] = "512Mi" },
            },
            EnvFrom =
            {
                new EnvFromSourceV1 { ConfigMapRef = new ConfigMapEnvSourceV1 { Name = SettingsName } },
                new EnvFromSourceV1 { SecretRef = new SecretEnvSourceV1 { Name = SecretName } },
            },
        };
        var pod = new PodSpecV1 { RestartPolicy = "Never", Containers = { container } };
        pod.Mount(VolumeExtensions.OfClaim("models", EngineInCluster.ModelClaim), ModelFolder.InVolume, isReadOnly: true);
        pod.Mount(VolumeExtensions.OfClaim("repository", RepositoryClaim), "/repository");
        foreach (var component in Configured)
        {
            AddConfiguration(pod, component);
        }

        return pod;
    }

    /// <summary>
    /// What configures the services, as files: so the job needs no rights in the cluster. Secrets are not among it. Where versions
    /// are changed by colours (docs/blue-green.md), each colour has a configuration of its own, so none of them has to be there.
    /// </summary>
    private static void AddConfiguration(PodSpecV1 pod, string component)
    {
        foreach (var color in Colors)
        {
            var name = $"{component}-config{color}";
            var settings = new ConfigMapVolumeSourceV1 { Name = name, Optional = true };
            pod.Mount(new VolumeV1 { Name = name, ConfigMap = settings }, $"/configuration/{component}{color}", isReadOnly: true);
        }
    }

    /// <summary>The job that restores reads them too: see deploy/backup/restore-job.yaml.</summary>
    private static ConfigMap Settings() => new()
    {
        Metadata = { Name = SettingsName },
        Data =
        {
            ["RESTIC_REPOSITORY"] = ChartValue.Text(Component, "repository", "/repository"),
            ["REDIS_HOST"] = "cache-service",
            ["REDIS_PORT"] = "6379",
            ["KEEP_DAILY"] = ChartValue.Text(Component, "keep_daily", "7"),
            ["KEEP_WEEKLY"] = ChartValue.Text(Component, "keep_weekly", "4"),
            ["KEEP_MONTHLY"] = ChartValue.Text(Component, "keep_monthly", "6"),
            ["PUSHGATEWAY_URL"] = ChartValue.Optional(Component, "pushgateway"),
        },
    };

    private static Secret Secret() => new()
    {
        Metadata = { Name = SecretName },
        StringData =
        {
            ["RESTIC_PASSWORD"] = ChartValue.Secret(Component, "restic_password"),
            ["REDIS_PASSWORD"] = "{{ .Values.secrets.cache.cache_password }}",
            ["AWS_ACCESS_KEY_ID"] = ChartValue.Secret(Component, "aws_access_key_id"),
            ["AWS_SECRET_ACCESS_KEY"] = ChartValue.Secret(Component, "aws_secret_access_key"),
        },
    };

    /// <summary>Where no object storage is configured. It is a disk of the cluster, so it does not survive the loss of the cluster.</summary>
    private static PersistentVolumeClaim Repository() => new()
    {
        Metadata = { Name = RepositoryClaim },
        Spec =
        {
            AccessModes = { "ReadWriteOnce" },
            Resources = new VolumeResourceRequirementsV1 { Requests = { ["storage"] = ChartValue.Text(Component, "repository_size", "10Gi") } },
        },
    };
}
