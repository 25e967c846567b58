using System.Text.Json;

namespace Vision.Models.Versions;

/// <summary>The file <c>live.json</c> of a model, which all processes that share the repository read and any of them writes.</summary>
internal static class LivePointerFile
{
    private const string FileName = "live.json";

    private static readonly FileStreamOptions Durable = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Options = FileOptions.WriteThrough,
    };

    /// <summary>Reads it; null if there is none.</summary>
    /// <exception cref="ModelLoadException">It cannot be read.</exception>
    public static async Task<LivePointer?> ReadAsync(string modelFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(modelFolder, FileName);
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, LiveJsonContext.Default.LivePointer, cancellationToken)
                ?? throw new JsonException("It is null.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Replaces it in one step: a reader sees the former one or the new one, also after a loss of power.</summary>
    public static async Task WriteAsync(string modelFolder, LivePointer pointer, CancellationToken cancellationToken)
    {
        var next = Path.Combine(modelFolder, $".live-{Guid.NewGuid():N}");
        try
        {
            await using (var file = new FileStream(next, Durable))
            {
                await JsonSerializer.SerializeAsync(file, pointer, LiveJsonContext.Default.LivePointer, cancellationToken);
            }

            File.Move(next, Path.Combine(modelFolder, FileName), overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }
}
