using Vision.Text.Detection;
using Xunit;

namespace Tests.Unit.Text;

public sealed class ConnectedComponentsTests
{
    [Fact]
    public void TryNext_of_a_spiral_finds_one_area()
    {
        var found = Areas(Map(
            "#######",
            "#.....#",
            "#.###.#",
            "#.#...#",
            "#.#####",
            "#......"));
        Assert.Equal([24], found);
    }

    [Fact]
    public void TryNext_of_pixels_that_touch_at_corners_finds_one_area() =>
        Assert.Equal([4], Areas(Map("#..#", ".##.")));

    [Fact]
    public void TryNext_of_a_gap_finds_two_areas() => Assert.Equal([2, 3], Areas(Map("##.#", "...#", "...#")));

    [Fact]
    public void TryNext_with_a_minimum_leaves_small_areas_out() =>
        Assert.Equal([3], Areas(Map("##.#", "...#", "...#"), minimumPixels: 3));

    [Fact]
    public void TryNext_of_random_maps_finds_what_a_flood_fill_does()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var (width, height) = (random.Next(1, 40), random.Next(1, 40));
            var share = random.NextDouble();
            var map = Enumerable.Range(0, width * height).Select(_ => random.NextDouble() < share ? 1f : 0f).ToArray();
            Assert.Equal(Flooded(map, width).Order(), Areas((map, width)).Order());
        }
    }

    private static (float[] Map, int Width) Map(params string[] rows) =>
        ([.. rows.SelectMany(row => row.Select(pixel => pixel == '#' ? 0.9f : 0.1f))], rows[0].Length);

    private static List<int> Areas((float[] Map, int Width) picture, int minimumPixels = 1)
    {
        using var components = new ConnectedComponents(picture.Map, picture.Width, threshold: 0.3f);
        var areas = new List<int>();
        var place = 0;
        while (components.TryNext(ref place, minimumPixels, out var first))
        {
            var (pixels, top, bottom) = (0, int.MaxValue, 0);
            for (var run = first; run >= 0; run = components[run].Next)
            {
                pixels += components[run].End - components[run].Start;
                (top, bottom) = (Math.Min(top, components[run].Row), Math.Max(bottom, components[run].Row));
            }

            Assert.Equal(components[first].Pixels, pixels);
            Assert.Equal((components[first].Row, components[first].Bottom), (top, bottom));
            areas.Add(pixels);
        }

        return areas;
    }

    private static List<int> Flooded(float[] map, int width)
    {
        var seen = new bool[map.Length];
        var areas = new List<int>();
        for (var start = 0; start < map.Length; start++)
        {
            var open = new Stack<int>([start]);
            var area = 0;
            while (open.TryPop(out var place))
            {
                if (seen[place] || map[place] < 0.3f)
                {
                    continue;
                }

                seen[place] = true;
                area++;
                for (var y = Math.Max(0, (place / width) - 1); y <= Math.Min((map.Length / width) - 1, (place / width) + 1); y++)
                {
                    for (var x = Math.Max(0, (place % width) - 1); x <= Math.Min(width - 1, (place % width) + 1); x++)
                    {
                        open.Push((y * width) + x);
                    }
                }
            }

            if (area > 0)
            {
                areas.Add(area);
            }
        }

        return areas;
    }
}
