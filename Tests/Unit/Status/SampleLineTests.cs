using WebFrontend.Status.Metrics;
using Xunit;

namespace Tests.Unit.Status;

/// <summary>One line of Prometheus' text format, from our services and from nobody's.</summary>
public sealed class SampleLineTests
{
    /// <summary>As our services wrote them.</summary>
    [Theory]
    [InlineData("dotnet_process_cpu_time_seconds_total{otel_scope_name=\"System.Runtime\",cpu_mode=\"user\"} 6.41", "dotnet_process_cpu_time_seconds_total", "cpu_mode=user otel_scope_name=System.Runtime", 6.41)]
    [InlineData("http_server_request_duration_seconds_bucket{otel_scope_name=\"Microsoft.AspNetCore.Hosting\",http_request_method=\"POST\",http_response_status_code=\"200\",http_route=\"/api/analyze\",le=\"+Inf\"} 10", "http_server_request_duration_seconds_bucket", "http_request_method=POST http_response_status_code=200 http_route=/api/analyze le=+Inf otel_scope_name=Microsoft.AspNetCore.Hosting", 10)]
    [InlineData("http_server_request_duration_seconds_count{http_route=\"/api/models/{name}/labels\"} 1", "http_server_request_duration_seconds_count", "http_route=/api/models/{name}/labels", 1)]
    [InlineData("vision_queue_limit{otel_scope_name=\"Vision\",queue=\"engine\"} 64", "vision_queue_limit", "otel_scope_name=Vision queue=engine", 64)]
    [InlineData("vision_decode_duration_seconds_sum 0.0019196", "vision_decode_duration_seconds_sum", "", 0.0019196)]
    public void Parse_of_a_line_of_our_services_gives_its_name_labels_and_number(string line, string name, string labels, double value)
    {
        var sample = SampleLine.Parse(line);
        Assert.NotNull(sample);
        Assert.Equal((name, value), (sample.Name, sample.Value));
        Assert.Equal(labels, string.Join(' ', sample.Labels.OrderBy(static label => label.Key, StringComparer.Ordinal).Select(static label => $"{label.Key}={label.Value}")));
    }

    [Theory]
    [InlineData(@"m{a=""say \""no\"""",b=""C:\\x"",c=""one\ntwo""} 1", "say \"no\"|C:\\x|one\ntwo")]
    [InlineData("m{a=\"},{b=\",b=\"\",c=\" = \"} 1", "},{b=|| = ")]
    [InlineData("m{a=\"1\",b=\"2\",c=\"3\",} 1 1764178257000\r", "1|2|3")]
    [InlineData("m {a=\"1\"} 1", null)]
    public void Parse_of_values_with_signs_of_the_format_takes_them_as_they_are_meant(string line, string? values) =>
        Assert.Equal(values, SampleLine.Parse(line) is { } sample ? $"{sample["a"]}|{sample["b"]}|{sample["c"]}" : null);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("# TYPE m counter")]
    [InlineData("#{a=\"1\"} 1")]
    [InlineData("m")]
    [InlineData("m ")]
    [InlineData("m one")]
    [InlineData("m NaN")]
    [InlineData("m +Inf")]
    [InlineData("m -Inf")]
    [InlineData("m 1e999")]
    [InlineData("m 0x10")]
    [InlineData("m 1,000")]
    [InlineData("{a=\"1\"} 1")]
    [InlineData("m{")]
    [InlineData("m{a")]
    [InlineData("m{a=")]
    [InlineData("m{a=\"")]
    [InlineData("m{a=\"1")]
    [InlineData("m{a=\"1\\")]
    [InlineData("m{a=\"1\\\"} 1")]
    [InlineData("m{a=\"1\"")]
    [InlineData("m{a=\"1\"}")]
    [InlineData("m{a=\"1\"b=\"2\"} 1")]
    [InlineData("m{a=\"1\",a=\"2\"} 1")]
    [InlineData("m{=\"1\"} 1")]
    [InlineData("m{a='1'} 1")]
    [InlineData("<html>")]
    public void Parse_of_what_is_no_sample_gives_none(string line) => Assert.Null(SampleLine.Parse(line));
}
