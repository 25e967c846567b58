using Load.Loops;
using Load.Systems;

namespace Load.Reports;

/// <summary>All that was measured in an overload.</summary>
internal sealed record OverloadResult(
    Capacity Capacity, TimeSpan Duration, OpenLoop Load, Latencies Probes, TimeSpan? Recovery, IReadOnlyList<ResourceUse> Uses);
