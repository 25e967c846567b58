using Contracts;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Faces;

public sealed class FacesFeatureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    public static MatrixTheoryData<string, string> Photos => ExpectedAnswers.DecodedPhotosWith("open-nsfw");

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task AnalyzeAsync_of_a_photo_finds_the_faces_of_the_reference(string photo, string decoder)
    {
        // The receipt has no answer of the detector, and no face.
        var expected = photo == "receipt.png" ? [] : ExpectedAnswers.Boxes(photo, "blazeface");
        var analysis = await AnalyzeAsync(Photo.Load(photo), engine.AnalyzerOn(decoder));
        Assert.Equal(expected.Count, analysis.Faces!.Count);
        Assert.All(expected.Zip(analysis.Faces), pair => Assert.InRange(Boxes.Overlap(pair.First.Box, pair.Second.Box), 0.8, 1));
        Assert.All(analysis.Faces, face => Boxes.AssertInside(analysis.Image, face.Box));
    }

    [Theory]
    [InlineData("astronaut.jpg")]
    [InlineData("portrait.jpg")]
    public async Task AnalyzeAsync_of_an_upright_face_puts_each_landmark_where_it_belongs(string photo)
    {
        var face = Assert.Single((await AnalyzeAsync(Photo.Load(photo))).Faces!);
        var (box, points) = (face.Box, face.Landmarks);

        // Both look at the camera, so that the right side of the person is on the left of the picture.
        int[] fromLeftToRight = [points.RightEar.X, points.RightEye.X, points.Nose.X, points.LeftEye.X, points.LeftEar.X];
        Assert.Equal(fromLeftToRight.Order(), fromLeftToRight);
        int[] downwards = [points.RightEye.Y, points.Nose.Y, points.Mouth.Y];
        Assert.Equal(downwards.Order(), downwards);
        Assert.All([points.RightEye, points.LeftEye, points.Nose, points.Mouth], point =>
        {
            Assert.InRange(point.X, box.X, box.X + box.Width);
            Assert.InRange(point.Y, box.Y, box.Y + box.Height);
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task AnalyzeAsync_of_a_turned_photo_gives_the_face_of_the_upright_one(int orientation)
    {
        var upright = Assert.Single((await AnalyzeAsync(Photo.Load("portrait.jpg"))).Faces!);
        var turned = Assert.Single((await AnalyzeAsync(
            Photo.Encoded(TurnedPicture.Png(Photo.Bytes("portrait.jpg"), orientation)))).Faces!);
        Assert.InRange(Boxes.Overlap(upright.Box, turned.Box), 0.9, 1);
        Assert.InRange(Math.Abs(upright.Landmarks.LeftEye.X - turned.Landmarks.LeftEye.X), 0, 5);
        Assert.InRange(Math.Abs(upright.Landmarks.LeftEye.Y - turned.Landmarks.LeftEye.Y), 0, 5);
    }

    private async Task<Contracts.Analysis> AnalyzeAsync(EncodedImage image, IImageAnalyzer? analyzer = null)
    {
        var options = new AnalysisOptions { Features = Features.Faces };
        return (await (analyzer ?? engine.Analyzer).AnalyzeAsync(image, options, progress: null, TestContext.Current.CancellationToken)).Analysis;
    }
}
