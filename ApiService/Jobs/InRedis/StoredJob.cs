using System.Globalization;
using System.Text.Json;
using ApiService.Caching;
using Contracts;
using Microsoft.AspNetCore.WebUtilities;
using StackExchange.Redis;
using Vision.Options;

namespace ApiService.Jobs.InRedis;

/// <summary>The texts in which a job is kept.</summary>
internal static class StoredJob
{
    public static readonly RedisValue[] Fields = ["history", "result", "problem"];

    /// <summary>Reads the fields of a job; null if there are none.</summary>
    public static JobState? Read(string id, RedisValue[] fields) => fields[0].IsNull ? null : new JobState(
        id,
        [.. fields[0].ToString().Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ReadTransition)],
        fields[1],
        fields[2].IsNullOrEmpty ? null : JsonSerializer.Deserialize(fields[2].ToString(), ContractsJsonContext.Default.Problem));

    public static string Write(JobStatus status) => status.ToString().ToLowerInvariant();

    public static string Write(IEnumerable<JobTransition> history) => string.Concat(history.Select(static change => string.Create(
        CultureInfo.InvariantCulture, $"{Write(change.Status)} {change.At.ToUnixTimeMilliseconds()} {change.Attempts} {change.Progress};")));

    public static string Write(Problem? problem) =>
        problem is null ? string.Empty : JsonSerializer.Serialize(problem, ContractsJsonContext.Default.Problem);

    /// <summary>Writes the settings of a job as two texts, whose meaning depends on its kind.</summary>
    public static (string Options, string Use) Write(JobKind kind, JobSettings settings) => kind == JobKind.Analysis
        ? (AnalysisQuery.Format(settings.Options), settings.Use.ToString())
        : (settings.ClassifierName, string.Empty);

    /// <summary>Reads what <see cref="Write(JobKind, JobSettings)"/> wrote.</summary>
    public static JobSettings ReadSettings(JobKind kind, string options, string use) => kind == JobKind.Analysis
        ? new JobSettings { Options = ReadOptions(options), Use = Enum.Parse<CacheUse>(use) }
        : new JobSettings { ClassifierName = options };

    private static AnalysisOptions ReadOptions(string text)
    {
        var builder = new AnalysisOptionsBuilder();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text))
        {
            builder.Set(name, values);
        }

        return builder.Build();
    }

    private static JobTransition ReadTransition(string text)
    {
        var parts = text.Split(' ');
        return new JobTransition(
            Enum.Parse<JobStatus>(parts[0], ignoreCase: true),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)),
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            // A replica of the version before this one tells no progress.
            parts.Length > 3 ? double.Parse(parts[3], CultureInfo.InvariantCulture) : 0);
    }
}
