using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>Writes the whole model as one JSON file, which <c>azd</c> reads.</summary>
internal static class ManifestStep
{
    private const string DefaultFileName = "aspire-manifest.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task RunAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        var path = context.OutputPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? context.OutputPath
            : Path.Combine(context.OutputPath, DefaultFileName);
        var folder = Path.GetDirectoryName(path)!;
        var resources = await new ManifestResources(context, folder).WriteAsync(cancellationToken);

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, new JsonObject { ["resources"] = resources }.ToJsonString(Format) + "\n", cancellationToken);
    }
}
