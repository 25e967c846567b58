using NetVips;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>One picture, stored in every way that EXIF knows.</summary>
[Collection<SharedApi>]
public sealed class OrientationTests(ApiFixture api)
{
    [Fact]
    public async Task Post_of_one_picture_in_eight_orientations_gives_one_label_and_one_size()
    {
        using var upright = Image.NewFromBuffer(Photo.Bytes("cat.jpg"));
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var analysis = await api.Client.AnalyzeAsync(Requests.Raw(TurnedPicture.Jpeg(upright, orientation)));
            Assert.Equal(orientation, analysis.Image.Orientation);
            Assert.Equal((upright.Width, upright.Height), (analysis.Image.Width, analysis.Image.Height));
            Assert.Equal("Egyptian cat", analysis.Labels![0].Name);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(65_535)]
    public async Task Post_of_an_orientation_that_does_not_exist_is_taken_as_upright(int orientation)
    {
        var cat = Photo.Bytes("cat.jpg");
        var file = JpegFile.WithSegments(cat, JpegFile.ExifSegment(ExifBlock.WithOrientation(orientation)));
        var (plain, tagged) = (await api.Client.AnalyzeAsync(Requests.Raw(cat)), await api.Client.AnalyzeAsync(Requests.Raw(file)));
        Assert.Equal(1, tagged.Image.Orientation);
        Assert.Equal((plain.Image.Width, plain.Image.Height), (tagged.Image.Width, tagged.Image.Height));
        Assert.Equal(plain.Labels, tagged.Labels);
    }
}
