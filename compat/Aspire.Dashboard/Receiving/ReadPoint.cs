using Aspire.Dashboard.Receiving.Protocol.Common;
using Aspire.Dashboard.Receiving.Protocol.Metrics;
using Aspire.Dashboard.Telemetry.Metrics;
using Google.Protobuf.Collections;

namespace Aspire.Dashboard.Receiving;

/// <summary>One value of an instrument, of whatever kind that is.</summary>
internal sealed record ReadPoint(
    DateTimeOffset Time, MetricValue Value, bool IsDelta, IReadOnlyList<double> Bounds, RepeatedField<KeyValue> Attributes, RepeatedField<Exemplar> Exemplars);
