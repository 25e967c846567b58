using ApiService.Ingest;
using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>One of the operations that are asked for by the header <see cref="RekognitionTarget"/>.</summary>
internal interface IRekognitionOperation
{
    string Name { get; }

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="images">Its image.</param>
    /// <param name="json">Its body without the image.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The body of the reply.</returns>
    /// <exception cref="ProblemException">The request is refused, or cannot be answered now.</exception>
    Task<ReadOnlyMemory<byte>> AnswerAsync(
        HttpContext context, RequestImages images, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);
}
