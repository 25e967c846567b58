using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>One of the operations that are asked for by the header <see cref="RekognitionTarget"/>.</summary>
internal interface IRekognitionOperation
{
    string Name { get; }

    /// <summary>Answers a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The body of the reply.</returns>
    /// <exception cref="ProblemException">The request is refused, or cannot be answered now.</exception>
    Task<ReadOnlyMemory<byte>> AnswerAsync(RekognitionCall call, CancellationToken cancellationToken);
}
