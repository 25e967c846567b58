using System.Globalization;
using System.Text.Json;

namespace Autoscaler.Recordings;

/// <summary>A load over time, from a table of our own or from Prometheus.</summary>
internal static class Recording
{
    /// <returns>Requests a second, for each second; between two points on a straight line.</returns>
    /// <exception cref="FormatException">The file is neither a table nor an answer of Prometheus.</exception>
    public static IReadOnlyList<double> Read(string path)
    {
        var text = File.ReadAllText(path);
        var points = text.StartsWith('{') ? FromPrometheus(text) : FromTable(text);
        return points.Length > 1 ? Interpolate(points) : throw new FormatException($"{path} has fewer than two points.");
    }

    /// <summary>The answer of <c>/api/v1/query_range</c> with one series.</summary>
    private static (double Second, double Rate)[] FromPrometheus(string text)
    {
        using var answer = JsonDocument.Parse(text);
        var series = answer.RootElement.GetProperty("data").GetProperty("result");
        return series.GetArrayLength() == 1
            ? [.. series[0].GetProperty("values").EnumerateArray().Select(static value => (value[0].GetDouble(), Number(value[1].GetString()!)))]
            : throw new FormatException($"The answer has {series.GetArrayLength()} series; sum them up into one.");
    }

    /// <summary>Lines of <c>second,rate</c>; <c>#</c> begins a remark.</summary>
    private static (double Second, double Rate)[] FromTable(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static line => !line.StartsWith('#'))
            .Select(static line => line.Split(','))
            .Select(static cells => cells.Length == 2
                ? (Number(cells[0]), Number(cells[1]))
                : throw new FormatException($"'{string.Join(',', cells)}' is not of the form second,rate.")),
    ];

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<double> Interpolate((double Second, double Rate)[] points)
    {
        var load = new List<double>();
        for (var index = 1; index < points.Length; index++)
        {
            var (start, end) = (points[index - 1], points[index]);
            for (var second = start.Second; second < end.Second; second++)
            {
                load.Add(start.Rate + ((end.Rate - start.Rate) * (second - start.Second) / (end.Second - start.Second)));
            }
        }

        return load;
    }
}
