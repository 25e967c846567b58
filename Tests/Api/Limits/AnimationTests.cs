using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>Animations count as their first frame, and say so.</summary>
[Collection<SharedApi>]
public sealed class AnimationTests(ApiFixture api)
{
    public static TheoryData<string, int> Animations => new([("gif", 10_000), ("webp", 50), ("png", 10_000)]);

    [Theory]
    [MemberData(nameof(Animations))]
    public async Task Post_of_an_animation_reports_its_frames_and_warns(string format, int frames)
    {
        var file = format switch
        {
            "gif" => GifFile.Animation(frames),
            "webp" => FlatColor.AnimatedWebp(frames),
            _ => FlatColor.AnimatedPng(frames),
        };
        var analysis = await api.Client.AnalyzeAsync(Requests.Raw(file));
        Assert.Equal((format, frames), (analysis.Image.Format, analysis.Image.Frames));
        Assert.Contains(ImageWarnings.Animated, analysis.Image.Warnings);
    }
}
