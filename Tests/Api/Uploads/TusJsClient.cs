using System.Text.Json;
using Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(Tests.Api.Uploads.TusJsClient))]

namespace Tests.Api.Uploads;

/// <summary>The stock client of tus in a real node.</summary>
public sealed class TusJsClient : IDisposable
{
    private readonly NodeProject project = new(Path.Combine(Repository.Root, "Tests", "TusClient"));

    public void Dispose() => project.Dispose();

    /// <summary>Uploads a file and gives what happened; see <c>upload.js</c> for the settings.</summary>
    internal async Task<TusRun> UploadAsync(Uri endpoint, string file, object settings)
    {
        var json = await project.RunAsync(
            "node",
            ["upload.js", endpoint.ToString(), file, JsonSerializer.Serialize(settings)],
            environment: null,
            TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<TusRun>(json, JsonSerializerOptions.Web)!;
    }
}
