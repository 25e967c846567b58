using Autoscaler.Recordings;
using Xunit;

namespace Tests.Unit.Autoscaling;

public sealed class RecordingTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Read_a_table_fills_the_seconds_between_its_points() => Assert.Equal([0, 5, 10, 10], Read("# a remark\n0,0\n2,10\n4,10\n"));

    [Fact]
    public void Read_an_answer_of_Prometheus_begins_at_its_first_point() => Assert.Equal(
        [1, 1.5],
        Read("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1764230400,"1"],[1764230402,"2"]]}]}}"""));

    [Theory]
    [InlineData("0,1")]
    [InlineData("0,1\n1")]
    [InlineData("0,1\n1,many")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}}""")]
    public void Read_anything_else_is_refused(string text) => Assert.Throws<FormatException>(() => Read(text));

    private IReadOnlyList<double> Read(string text)
    {
        File.WriteAllText(file, text);
        return Recording.Read(file);
    }
}
