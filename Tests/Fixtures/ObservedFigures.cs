using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Tests.Fixtures;

/// <summary>The figures that a service tells when it is asked, of this service alone: its metrics page tells those of all services of a process.</summary>
internal static class ObservedFigures
{
    /// <summary>The values of an instrument, by the values of its attributes in the order of their names.</summary>
    public static IReadOnlyDictionary<string, double> Observe<T>(this IServiceProvider services, string meter, string instrument)
        where T : struct, IConvertible
    {
        using var collector = new MetricCollector<T>(services.GetRequiredService<IMeterFactory>(), meter, instrument);
        collector.RecordObservableInstruments();
        return collector.GetMeasurementSnapshot().ToDictionary(
            static measurement => string.Join(' ', measurement.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => tag.Value)),
            static measurement => measurement.Value.ToDouble(provider: null),
            StringComparer.Ordinal);
    }
}
