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
        CultureInfo.InvariantCulture, $"{Write(change.Status)} {change.At.ToUnixTimeMilliseconds()} {change.Attempts};")));

    public static string Write(Problem? problem) =>
        problem is null ? string.Empty : JsonSerializer.Serialize(problem, ContractsJsonContext.Default.Problem);

    public static string Write(CacheUse use) => use.ToString();

    public static CacheUse ReadUse(string text) => Enum.Parse<CacheUse>(text);

    public static string Write(AnalysisOptions options) => AnalysisQuery.Format(options);

    public static AnalysisOptions ReadOptions(string text)
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
            int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
