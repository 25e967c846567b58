using System.Diagnostics;

namespace Load.Systems;

/// <summary>One service of the product, built beside this program, on a free port of this machine.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    private readonly Process process;

    private ServiceProcess(string name, Uri address, Process process)
    {
        Address = address;
        this.process = process;
        Observed = new ObservedProcess(name, Process.GetProcessById(process.Id));
    }

    public Uri Address { get; }

    public ObservedProcess Observed { get; }

    public static ServiceProcess Start(string project, IReadOnlyDictionary<string, string> environment)
    {
        var binaries = FolderOf(project);
        var log = Path.Combine(RepositoryFolder.Path, "artifacts", $"load-{project}.log");
        var address = FreeAddress.Find();

        // The shell gives its place to the service and only turns the log to a file: reading it would cost the client time.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" >\"$1\" 2>&1", Path.Combine(binaries, project), log])
        {
            WorkingDirectory = Path.Combine(RepositoryFolder.Path, project),
        };
        start.Environment["ASPNETCORE_URLS"] = address.OriginalString;

        // As the images and the projects set it.
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ServiceProcess(project, address, Process.Start(start)!);
    }

    /// <summary>Where the service is: as it was published to the folder that the variable names, or as it was built beside this program.</summary>
    private static string FolderOf(string project)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Environment.GetEnvironmentVariable("LOAD_PUBLISHED") is { Length: > 0 } published
            ? Path.GetFullPath(Path.Combine(published, project))
            : Path.Combine(RepositoryFolder.Path, "artifacts", "bin", project, configuration);
    }

    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{Observed.Name} ended; its log is in artifacts/.");
            }

            try
            {
                using var response = await client.GetAsync("/health/ready", cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(LookInterval, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Observed.Dispose();
    }
}
