namespace ApiService.Uploads;

/// <summary>Where uploads are kept.</summary>
internal enum UploadStoreKind
{
    /// <summary>In a folder, for one process or several that share it.</summary>
    Disk,

    /// <summary>In Redis, for replicas that share nothing else.</summary>
    Redis,
}
