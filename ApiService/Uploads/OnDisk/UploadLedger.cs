using Contracts;

namespace ApiService.Uploads.OnDisk;

/// <summary>
/// Which uploads there are, so that a client can be held to its quota without reading the whole folder. How far each is tells the
/// folder itself, for another process may have written to it. One caller at a time.
/// </summary>
internal sealed class UploadLedger(UploadFolder folder)
{
    private readonly Dictionary<string, Upload> uploads = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Upload> Uploads => uploads.Values;

    public bool Knows(string id) => uploads.ContainsKey(id);

    public void Add(Upload upload) => uploads[upload.Id] = upload;

    public void Remove(string id) => uploads.Remove(id);

    /// <summary>Counts those that have not expired and are still in the folder.</summary>
    public UploadCensus Count(DateTimeOffset now)
    {
        var present = uploads.Values.Where(upload => upload.ExpiresAt > now)
            .Select(upload => (Upload: upload, Offset: folder.OffsetOf(upload.Id)))
            .Where(static one => one.Offset is not null)
            .ToList();
        return new UploadCensus(
            present.Count(static one => one.Offset < one.Upload.Length),
            present.Sum(static one => UploadQuota.ChargeOf(one.Upload.Length)));
    }

    /// <summary>Checks that there is room for one more upload.</summary>
    /// <exception cref="ProblemException"><c>upload_quota</c>.</exception>
    public void RequireRoomFor(Upload next, DateTimeOffset now)
    {
        var others = uploads.Values.Where(upload => upload.Client == next.Client && upload.ExpiresAt > now)
            .Select(upload => (Upload: upload, Offset: folder.OffsetOf(upload.Id)))
            .Where(static other => other.Offset is not null)
            .ToList();
        var isOneTooMany = next.Length > 0 && others.Count(static other => other.Offset < other.Upload.Length) >= UploadQuota.MaximumOpen;
        var bytes = UploadQuota.ChargeOf(next.Length) + others.Sum(static other => UploadQuota.ChargeOf(other.Upload.Length));
        if (isOneTooMany || bytes > UploadQuota.MaximumBytes)
        {
            throw UploadQuota.Exceeded(others.Min(static other => other.Upload.ExpiresAt) - now);
        }
    }
}
