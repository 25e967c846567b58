using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contracts;

namespace Client;

/// <summary>Reads what a finished job holds.</summary>
public static class JobResults
{
    /// <summary>The analysis of a job that has succeeded.</summary>
    /// <param name="job">A finished job that <see cref="ImageClient.SubmitAsync"/> made.</param>
    /// <exception cref="ImageApiException">The job has failed: its problem.</exception>
    /// <exception cref="InvalidOperationException">The job is not finished, was cancelled, or is of another kind.</exception>
    public static Analysis GetAnalysis(this Job job) => Read(job, ContractsJsonContext.Default.Analysis, "analysis");

    /// <summary>The outcome of a training that has succeeded; whether the version is live stands in it.</summary>
    /// <param name="job">A finished job that <see cref="ImageClient.TrainClassifierAsync"/> made.</param>
    /// <exception cref="ImageApiException">The job has failed: its problem.</exception>
    /// <exception cref="InvalidOperationException">The job is not finished, was cancelled, or is of another kind.</exception>
    public static TrainingResult GetTraining(this Job job) => Read(job, ContractsJsonContext.Default.TrainingResult, "training");

    private static T Read<T>(Job job, JsonTypeInfo<T> type, string kind) => job switch
    {
        { Status: JobStatus.Succeeded, Result: { } result } => Read(result, type, kind),
        { Status: JobStatus.Failed, Problem: { } problem } => throw new ImageApiException(problem),
        _ => throw new InvalidOperationException($"A job that is {job.Status} has no {kind}."),
    };

    private static T Read<T>(JsonElement result, JsonTypeInfo<T> type, string kind)
    {
        try
        {
            return result.Deserialize(type) ?? throw new JsonException("The result is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"The result of this job is no {kind}.", exception);
        }
    }
}
