using Contracts;

namespace Vision.Models.Versions;

/// <summary>The right to change one model, which one process at a time has of all that share the repository.</summary>
internal static class ModelLock
{
    private const string FileName = ".lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Waits for it; whoever has it disposes of the result.</summary>
    /// <exception cref="ProblemException">Another change goes on for too long.</exception>
    public static async Task<IDisposable> TakeAsync(string modelFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(modelFolder, FileName);
        for (var end = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                // The system lets go of it when the process ends, however that happens.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (DateTime.UtcNow > end)
                {
                    throw new ProblemException(
                        ErrorCodes.InferenceUnavailable, "Another change of this model is being made; try again in a moment.");
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
