using ApiService.Compatibility.Google.Mapping;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Google;

/// <summary>By how much a face is turned.</summary>
public sealed class FaceMapperTests
{
    [Theory]
    [InlineData(100, 100, 200, 100, 0)]
    [InlineData(100, 100, 200, 200, 45)]
    [InlineData(100, 200, 200, 100, -45)]
    [InlineData(100, 100, 100, 200, 90)]
    [InlineData(200, 100, 100, 100, 180)]
    [InlineData(189, 83, 258, 78, -4.14)]
    public void The_roll_is_clockwise_from_the_left_eye_to_the_right_one_as_the_viewer_sees_them(
        int leftX, int leftY, int rightX, int rightY, double degrees)
    {
        var points = new FaceLandmarks(new PixelPoint(leftX, leftY), new PixelPoint(rightX, rightY), default, default, default, default);
        Assert.Equal(degrees, FaceMapper.RollOf(points), 0.01);
    }
}
