using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A site with two backups, between which everything has changed.</summary>
public sealed class TwiceBackedUpSite : IAsyncLifetime
{
    /// <summary>What was in the models at the first backup, and at the second.</summary>
    internal IReadOnlyList<string> OlderModels { get; private set; } = [];

    internal IReadOnlyList<string> LatestModels { get; private set; } = [];

    /// <summary>What <c>restore.sh --list</c> shows.</summary>
    internal IReadOnlyList<string> Snapshots { get; private set; } = [];

    /// <summary>The first of them, as it is named there.</summary>
    internal string Older => Snapshots[0].Split(' ')[0];

    /// <summary>A time between the backups.</summary>
    internal DateTime Between { get; private set; }

    internal double OlderBytesAdded { get; private set; }

    internal double LatestBytesAdded { get; private set; }

    internal BackupSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await BackupSite.StartAsync();
        OlderModels = FolderContents.Of(Site.Models);
        await Site.Redis.SetAsync("state", "older");
        await Site.BackUpAsync();
        OlderBytesAdded = Site.Metric("vision_backup_added_bytes")!.Value;

        // Times are given to the second.
        Between = DateTime.UtcNow.AddSeconds(1);
        await Eventually.IsTrueAsync(() => DateTime.UtcNow > Between);
        await Site.WriteAsync("models/things/2/model.json", """{"version":"2"}""");
        await Site.WriteAsync("models/things/live.json", """{"version":"2","previous":["1"]}""");
        await Site.WriteAsync("configuration/api/Deadline__Maximum", "00:00:20");
        LatestModels = FolderContents.Of(Site.Models);
        await Site.Redis.SetAsync("state", "latest");
        await Site.BackUpAsync();
        LatestBytesAdded = Site.Metric("vision_backup_added_bytes")!.Value;
        Snapshots = await Site.SnapshotsAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
