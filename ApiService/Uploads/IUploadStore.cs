using Contracts;

namespace ApiService.Uploads;

/// <summary>Keeps uploads until they expire. Every replica that uses the same folder, or the same Redis, sees the same uploads.</summary>
internal interface IUploadStore
{
    /// <summary>Takes a new upload in, with no bytes yet, if its client's quota allows it.</summary>
    /// <exception cref="ProblemException"><c>upload_quota</c> or <c>overloaded</c>.</exception>
    Task CreateAsync(Upload upload, CancellationToken cancellationToken);

    /// <summary>Gives an upload as it stands, or null; it may have expired.</summary>
    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    Task<Upload?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds bytes, all or none of them; of several requests that continue at one offset, one does.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="offset">Where the bytes belong.</param>
    /// <param name="bytes">The bytes; together with what is there they do not exceed the declared length.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ProblemException"><c>upload_offset_mismatch</c>, <c>upload_not_found</c> or <c>overloaded</c>.</exception>
    Task AppendAsync(Upload upload, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Reads the bytes up to the upload's offset, piece by piece.</summary>
    /// <exception cref="ProblemException"><c>upload_not_found</c> or <c>overloaded</c>, also in the middle.</exception>
    Task ReadAsync(Upload upload, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken);

    /// <summary>Removes an upload, if it is still there.</summary>
    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    Task DeleteAsync(Upload upload, CancellationToken cancellationToken);

    /// <summary>Counts the uploads that have not expired.</summary>
    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    Task<UploadCensus> CountAsync(CancellationToken cancellationToken);
}
