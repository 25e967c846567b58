using System.Text.Json;
using Contracts;

namespace Client;

/// <summary>Reads what a finished job holds.</summary>
public static class JobResults
{
    /// <summary>The analysis of a job that has succeeded.</summary>
    /// <param name="job">A finished job that <see cref="ImageClient.SubmitAsync"/> made.</param>
    /// <exception cref="ImageApiException">The job has failed: its problem.</exception>
    /// <exception cref="InvalidOperationException">The job is not finished, was cancelled, or is of another kind.</exception>
    public static Analysis GetAnalysis(this Job job) => job switch
    {
        { Status: JobStatus.Succeeded, Result: { } result } => Read(result),
        { Status: JobStatus.Failed, Problem: { } problem } => throw new ImageApiException(problem),
        _ => throw new InvalidOperationException($"A job that is {job.Status} has no analysis."),
    };

    private static Analysis Read(JsonElement result)
    {
        try
        {
            return result.Deserialize(ContractsJsonContext.Default.Analysis) ?? throw new JsonException("The result is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException("The result of this job is no analysis.", exception);
        }
    }
}
