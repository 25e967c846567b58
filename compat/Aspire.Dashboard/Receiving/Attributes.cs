using System.Globalization;
using Aspire.Dashboard.Receiving.Protocol.Common;
using Aspire.Dashboard.Telemetry;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Aspire.Dashboard.Receiving;

/// <summary>Reads names and values, no more and no longer ones than are kept.</summary>
internal static class Attributes
{
    private const int Depth = 8;

    public static IReadOnlyList<TelemetryAttribute> Of(RepeatedField<KeyValue> values, int room = TelemetryLimits.Attributes) =>
        [.. values.Take(room).Select(static value => new TelemetryAttribute(Cut(value.Key), Text(value.Value)))];

    public static string Cut(string text) => text.Length > TelemetryLimits.ValueCharacters ? text[..TelemetryLimits.ValueCharacters] : text;

    public static string Text(AnyValue? value) => Cut(Text(value, Depth));

    /// <summary>An id as it is written; null for none.</summary>
    public static string? Id(ByteString id) => id.IsEmpty ? null : Convert.ToHexStringLower(id.Span);

    private static string Text(AnyValue? value, int depth) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.BytesValue => Convert.ToBase64String(value.BytesValue.Span[..Math.Min(value.BytesValue.Length, TelemetryLimits.ValueCharacters)]),
        AnyValue.ValueOneofCase.ArrayValue when depth > 0 =>
            $"[{string.Join(", ", value.ArrayValue.Values.Take(TelemetryLimits.Attributes).Select(one => Text(one, depth - 1)))}]",
        AnyValue.ValueOneofCase.KvlistValue when depth > 0 =>
            $"{{{string.Join(", ", value.KvlistValue.Values.Take(TelemetryLimits.Attributes).Select(one => $"{one.Key}: {Text(one.Value, depth - 1)}"))}}}",
        _ => string.Empty,
    };
}
