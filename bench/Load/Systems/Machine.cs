using System.Globalization;

namespace Load.Systems;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string Facts = "/proc/cpuinfo";

    public static async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var lines = File.Exists(Facts) ? await File.ReadAllLinesAsync(Facts, cancellationToken) : [];
        var model = Array.Find(lines, static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
        return string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {model ?? "unknown processor"}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
    }
}
