using System.Numerics;
using Vision.Text;
using Vision.Text.Geometry;
using Xunit;

namespace Tests.Unit.Text;

public sealed class ReadingOrderTests
{
    /// <summary>Three lines; the first and the last one are in two parts, which are not quite level.</summary>
    private static readonly Quadrilateral[] Page =
        [Place(20, 10, 100), Place(300, 14, 60), Place(20, 60, 400), Place(20, 112, 80), Place(200, 109, 90)];

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-30)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(-90)]
    public void Of_a_page_in_any_position_goes_by_its_lines(float degrees)
    {
        var random = new Random(6);
        for (var i = 0; i < 20; i++)
        {
            var numbers = Enumerable.Range(0, Page.Length).ToArray();
            random.Shuffle(numbers);
            var turn = Matrix3x2.CreateRotation(degrees * MathF.PI / 180, new Vector2(250, 250));
            var places = numbers.Select(number => Turned(Page[number], turn)).ToArray();
            Assert.Equal([0, 1, 2, 3, 4], ReadingOrder.Of(places).Select(place => numbers[place]));
        }
    }

    [Fact]
    public void Of_nothing_is_nothing() => Assert.Empty(ReadingOrder.Of([]));

    private static Quadrilateral Place(int x, int y, int width) =>
        new(new Vector2(x, y), new Vector2(x + width, y), new Vector2(x + width, y + 30), new Vector2(x, y + 30));

    private static Quadrilateral Turned(Quadrilateral place, Matrix3x2 turn) => new(
        Vector2.Transform(place.First, turn),
        Vector2.Transform(place.Second, turn),
        Vector2.Transform(place.Third, turn),
        Vector2.Transform(place.Fourth, turn));
}
