using Vision.Labels;
using Xunit;

namespace Tests.Unit.Labels;

public sealed class TopKTests
{
    [Fact]
    public void Select_of_equal_values_prefers_the_lower_index()
    {
        var indices = new int[3];
        Assert.Equal(3, TopK.Select([1, 3, 3, 2, 3], indices));
        Assert.Equal([1, 2, 4], indices);
    }

    [Fact]
    public void Select_of_fewer_values_than_asked_gives_all()
    {
        var indices = new int[5];
        Assert.Equal(2, TopK.Select([1, 2], indices));
        Assert.Equal([1, 0], indices[..2]);
    }

    [Fact]
    public void Select_of_random_values_agrees_with_a_sort()
    {
        var random = new Random(42);
        for (var round = 0; round < 100; round++)
        {
            var values = Enumerable.Range(0, 1000).Select(_ => (float)random.Next(200)).ToArray();
            var indices = new int[random.Next(1, 101)];
            TopK.Select(values, indices);
            var expected = Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).ThenBy(i => i).Take(indices.Length);
            Assert.Equal(expected, indices);
        }
    }
}
