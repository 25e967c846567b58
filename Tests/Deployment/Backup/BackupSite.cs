using System.Diagnostics;
using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A site to be backed up, with models, configuration and Redis of its own, and the repository of its backups.</summary>
internal sealed class BackupSite : IAsyncDisposable
{
    public const string Key = "key-of-the-repository";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backup-");
    private readonly Dictionary<string, string> settings;

    private BackupSite(string? models)
    {
        Models = models ?? At("models");
        Redis = new SiteRedis(At("redis"));
        settings = new(StringComparer.Ordinal)
        {
            ["RESTIC_REPOSITORY"] = RepositoryFolder,
            ["RESTIC_PASSWORD"] = Key,
            ["RESTIC_CACHE_DIR"] = At("cache"),
            ["TMPDIR"] = Temporary,
            ["MODELS"] = Models,
            ["CONFIGURATION"] = Configuration,
            ["REDIS_HOST"] = "127.0.0.1",
            ["REDIS_PORT"] = Redis.Port.ToString(CultureInfo.InvariantCulture),
            ["REDIS_PASSWORD"] = SiteRedis.Password,
            ["METRICS_FOLDER"] = Path.GetDirectoryName(MetricsFile)!,
            ["PATH"] = $"{At("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        };
    }

    public string Models { get; }

    public string Configuration => At("configuration");

    public string RepositoryFolder => At("repository");

    public string Temporary => At("temporary");

    public string MetricsFile => At("metrics/vision_backup.prom");

    public SiteRedis Redis { get; }

    /// <param name="appendOnly">How Redis keeps its data.</param>
    /// <param name="models">A model repository; without it there is one with a small model, which no engine can load.</param>
    public static async Task<BackupSite> StartAsync(bool appendOnly = true, string? models = null)
    {
        var site = new BackupSite(models);
        foreach (var part in new[] { site.Configuration, site.Temporary, Path.GetDirectoryName(site.MetricsFile)!, site.At("bin") })
        {
            Directory.CreateDirectory(part);
        }

        await site.WriteAsync("configuration/api/Deadline__Maximum", "00:00:30");
        if (models is null)
        {
            var weights = new byte[1_000_000];
            new Random(1).NextBytes(weights);
            await site.WriteAsync("models/things/1/model.json", "{}");
            await File.WriteAllBytesAsync(site.At("models/things/1/head.bin"), weights, TestContext.Current.CancellationToken);
            await site.WriteAsync("models/things/live.json", """{"version":"1","previous":[]}""");
            await site.WriteAsync("models/things/.lock", string.Empty);
            await site.WriteAsync("models/.staging/abandoned/head.bin", "half of a version");
            Directory.CreateDirectory(site.At("models/things/2"));
        }

        await site.Redis.StartAsync(appendOnly);
        return site;
    }

    /// <summary>A path in the folder of the site.</summary>
    public string At(string path) => Path.Combine(folder.FullName, path);

    public async Task WriteAsync(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        await File.WriteAllTextAsync(At(path), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Puts a script before the command of that name.</summary>
    public async Task WrapAsync(string command, string script)
    {
        await WriteAsync($"bin/{command}", script.Replace("REAL", FindCommand(command), StringComparison.Ordinal));
        await RunCommand.RunAsync(".", "chmod", string.Empty, "u+x", At($"bin/{command}"));
    }

    /// <summary>Runs a backup that must succeed.</summary>
    public async Task<ScriptRun> BackUpAsync(params (string Name, string Value)[] others)
    {
        var run = await RunAsync("deploy/backup/backup.sh", others);
        Assert.True(run.Code == 0, run.Output);
        return run;
    }

    public Task<ScriptRun> RestoreAsync(params string[] arguments) => RunAsync("deploy/backup/restore.sh", [], arguments);

    /// <summary>Runs a program in the root of the repository, with the settings of the site and others.</summary>
    public async Task<ScriptRun> RunAsync(string command, IEnumerable<(string Name, string Value)> others, params string[] arguments)
    {
        var program = command.Contains('/', StringComparison.Ordinal) ? Path.Combine(Repository.Root, command) : command;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Select(static setting => (setting.Key, setting.Value)).Concat(others))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ScriptRun(process.ExitCode, await output + await errors);
    }

    /// <summary>The figure that the last backup wrote for Prometheus; null when none did.</summary>
    public double? Metric(string name) => File.Exists(MetricsFile)
        ? double.Parse(
            File.ReadLines(MetricsFile).Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal)).Split(' ')[1],
            CultureInfo.InvariantCulture)
        : null;

    /// <summary>The lines of <c>restore.sh --list</c>.</summary>
    public async Task<IReadOnlyList<string>> SnapshotsAsync()
    {
        var (code, output) = await RestoreAsync("--list");
        Assert.True(code == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string FindCommand(string command) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(folder => Path.Combine(folder, command)).First(File.Exists);
}
