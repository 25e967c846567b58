using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>When the server writes a snapshot: so long after so many changes.</summary>
internal sealed class PersistenceAnnotation(TimeSpan interval, long keysChangedThreshold) : IResourceAnnotation
{
    public TimeSpan Interval => interval;

    public long KeysChangedThreshold => keysChangedThreshold;
}
