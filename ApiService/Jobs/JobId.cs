using System.Security.Cryptography;

namespace ApiService.Jobs;

internal static class JobId
{
    private const int RandomBytes = 16;

    /// <summary>A name that nobody can guess: whoever knows it may see the job.</summary>
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
}
