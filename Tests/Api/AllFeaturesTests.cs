using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Everything that can be asked of one photo, at once and each alone, in the pixels of the upright picture.</summary>
[Collection<SharedApi>]
public sealed class AllFeaturesTests(ApiFixture api)
{
    private const string Portrait = "astronaut.jpg";

    /// <summary>The portrait as a camera held on its side stores it.</summary>
    private static readonly byte[] Turned = TurnedPicture.Png(Photo.Bytes(Portrait), orientation: 6);

    public static TheoryData<string> Names => [.. FeatureNames.Split((Features)~0).Select(FeatureNames.Of)];

    [Fact]
    public async Task Post_for_all_features_answers_them_in_one_response()
    {
        var analysis = await AskAsync(string.Join(',', Names.Select(name => name.Data)));
        Assert.Empty(analysis.Errors);
        Assert.Equal(6, analysis.Image.Orientation);
        Assert.Contains(analysis.Labels!, label => label.Confidence > 0);
        Assert.False(analysis.Moderation!.Flagged);
        Assert.InRange(analysis.Colors!.Count, 2, 6);
        Assert.Equal(1280, analysis.Embedding!.Values.Count);
        Assert.Equal(1, analysis.Embedding.Values.Sum(value => value * value), 1e-3);
        Assert.NotNull(analysis.Text);
        Assert.Equal(Caption.LocalSource, analysis.Caption!.Source);

        AssertSame(ExpectedAnswers.Boxes(Portrait, "nanodet-g"), analysis.Objects!.Select(thing => thing.Box));
        AssertSame(ExpectedAnswers.Boxes(Portrait, "blazeface"), analysis.Faces!.Select(face => face.Box));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_for_one_feature_answers_it_alone(string name)
    {
        var analysis = await AskAsync(name);
        Assert.Empty(analysis.Errors);
        var members = JsonSerializer.SerializeToNode(analysis, ContractsJsonContext.Default.Analysis)!.AsObject()
            .Select(member => member.Key).Intersect([.. Names.Select(other => other.Data), "concepts"], StringComparer.Ordinal);
        Assert.Equal(name == "labels" ? [name, "concepts"] : [name], members);
    }

    private Task<Analysis> AskAsync(string features) => api.Client.AnalyzeAsync(Requests.Raw(Turned), $"?features={features}");

    private static void AssertSame(IReadOnlyList<(string Name, BoundingBox Box)> expected, IEnumerable<BoundingBox> found) =>
        Assert.InRange(Boxes.Overlap(Assert.Single(expected).Box, Assert.Single(found)), 0.8, 1);
}
