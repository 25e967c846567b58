using Vision.Colors;
using Xunit;

namespace Tests.Unit.Colors;

public sealed class OkLabTests
{
    // The values that CSS Color 4 and its tests give for the corners of sRGB.
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 255, 255, 1, 0, 0)]
    [InlineData(255, 0, 0, 0.62796, 0.22486, 0.12585)]
    [InlineData(0, 255, 0, 0.86644, -0.23389, 0.17950)]
    [InlineData(0, 0, 255, 0.45201, -0.03246, -0.31153)]
    public void FromSrgb_of_a_known_color_gives_its_known_coordinates(int red, int green, int blue, double l, double a, double b)
    {
        var color = OkLab.FromSrgb(red, green, blue);
        Assert.Equal(l, color.L, 1e-4);
        Assert.Equal(a, color.A, 1e-4);
        Assert.Equal(b, color.B, 1e-4);
    }

    [Fact]
    public void ToHex_of_any_color_gives_it_back()
    {
        for (var color = 0; color <= 0xFFFFFF; color += 1009)
        {
            var converted = OkLab.FromSrgb(color >> 16, (color >> 8) & 255, color & 255);
            Assert.Equal($"#{color:x6}", converted.ToHex());
        }
    }
}
