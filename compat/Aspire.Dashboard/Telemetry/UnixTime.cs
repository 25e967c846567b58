using System.Globalization;

namespace Aspire.Dashboard.Telemetry;

/// <summary>Times of the protocol are nanoseconds since 1970.</summary>
internal static class UnixTime
{
    private const long NanosecondsPerTick = 100;

    public static DateTimeOffset Of(ulong nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)Math.Min(nanoseconds / NanosecondsPerTick, (ulong)(DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks));

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
}
