using ApiService.Callers;
using Contracts;

namespace ApiService.Uploads;

/// <summary>Finds uploads for those who may use them.</summary>
internal sealed class UploadAccess(IUploadStore store, TimeProvider time)
{
    /// <exception cref="ProblemException"><c>upload_not_found</c>: unknown, expired, or somebody else's.</exception>
    public async Task<Upload> FindAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var found = UploadId.IsValid(id) ? await store.FindAsync(id, cancellationToken) : null;
        return found is not null && found.ExpiresAt > time.GetUtcNow() && found.IsOpenTo(caller) ? found : throw UploadProblems.NotFound();
    }

    /// <summary>Reads the image of a finished upload, piece by piece.</summary>
    /// <exception cref="ProblemException"><c>upload_not_found</c>, <c>upload_incomplete</c> or <c>overloaded</c>.</exception>
    public async Task ReadAsync(string id, Caller caller, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken)
    {
        var upload = await FindAsync(id, caller, cancellationToken);
        if (!upload.IsComplete)
        {
            throw new ProblemException(ErrorCodes.UploadIncomplete, "Not all bytes of this upload have come.");
        }

        await store.ReadAsync(upload, take, cancellationToken);
    }
}
