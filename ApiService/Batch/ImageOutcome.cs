using Contracts;

namespace ApiService.Batch;

/// <summary>What became of one image of several: its result, or why there is none.</summary>
internal readonly record struct ImageOutcome<TResult>(TResult? Result, ProblemException? Problem)
    where TResult : class;
