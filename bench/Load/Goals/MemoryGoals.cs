using System.Globalization;
using Load.Loops;
using Load.Reports;

namespace Load.Goals;

/// <summary>The memory of the inference service after all the loads before, and whether it grows over many images more.</summary>
internal static class MemoryGoals
{
    private const double SteadyGoal = 400;

    /// <summary>What the memory may be of that after the first tenth: allocators never give back the same twice.</summary>
    private const double GrowthGoal = 1.1;

    private const double MegaBytes = 1_000_000;

    public static async Task<IReadOnlyList<ReportRow>> MeasureAsync(
        LoadedSystem loaded, GoalSettings settings, CancellationToken cancellationToken)
    {
        var before = loaded.Inference.ResidentBytes / MegaBytes;
        var first = settings.SoakImages / 10;
        await SendAsync(first);
        var early = loaded.Inference.ResidentBytes / MegaBytes;
        await SendAsync(settings.SoakImages - first);
        var end = loaded.Inference.ResidentBytes / MegaBytes;
        return
        [
            GoalRow.AtMost("memory of InferenceService after the loads", end, SteadyGoal, "MB"),
            GoalRow.Told(
                "its memory unloaded / after the loads / a tenth / at the end",
                $"{loaded.UnloadedBytes / MegaBytes:F0} / {before:F0} / {early:F0} / {end:F0} MB"),
            GoalRow.AtMost(
                string.Create(CultureInfo.InvariantCulture, $"its growth over {settings.SoakImages:N0} images"), end / early, GrowthGoal, "x"),
        ];

        Task SendAsync(int images) => ClosedLoop.RunAsync(loaded.NewRaw, LoadedSystem.Callers, images, cancellationToken);
    }
}
