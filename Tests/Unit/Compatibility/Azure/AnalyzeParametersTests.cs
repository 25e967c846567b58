using ApiService.Compatibility.Azure.Parameters;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Tests.Unit.Compatibility.Azure;

/// <summary>What a query of Azure's asks for, and what the engine has to compute for it.</summary>
public sealed class AnalyzeParametersTests
{
    [Theory]
    [InlineData("tags", Features.Labels)]
    [InlineData("caption", Features.Caption)]
    [InlineData("denseCaptions", Features.Caption)]
    [InlineData("caption,denseCaptions", Features.Caption)]
    [InlineData("objects", Features.Objects)]
    [InlineData("people", Features.Objects)]
    [InlineData("read", Features.Text)]
    [InlineData("smartCrops", Features.Objects | Features.Faces)]
    [InlineData(
        "tags,caption,denseCaptions,objects,people,read,smartCrops",
        Features.Labels | Features.Caption | Features.Objects | Features.Text | Features.Faces)]
    public void Only_what_the_features_need_is_computed(string features, Features sources) =>
        Assert.Equal(sources, VisualFeatureNames.SourcesOf(Parse(("features", features)).Features));

    [Fact]
    public void The_name_that_the_client_sends_wins_over_the_other()
    {
        var parameters = Parse(("features", "smartCrops"), ("smartcrops-aspect-ratios", "0.75"), ("smart-crops-aspect-ratios", "1.8"));
        Assert.Equal([0.75], parameters.AspectRatios);
    }

    [Theory]
    [InlineData("0.75", 0.75)]
    [InlineData("1.8", 1.8)]
    [InlineData(".9,1.", 0.9, 1.0)]
    public void Bounds_belong_to_the_shapes(string value, params double[] ratios) =>
        Assert.Equal(ratios, Parse(("features", "smartCrops"), ("smartcrops-aspect-ratios", value)).AspectRatios);

    [Theory]
    [InlineData("1e0")]
    [InlineData("1,5000")]
    [InlineData("+1")]
    [InlineData("Infinity")]
    [InlineData("٠.٩")]
    public void What_is_no_plain_number_is_no_shape(string value) =>
        Assert.Throws<ProblemException>(() => Parse(("features", "smartCrops"), ("smartcrops-aspect-ratios", value)));

    private static AnalyzeParameters Parse(params (string Name, string Value)[] query) => AnalyzeParameters.Of(new QueryCollection(
        query.Append(("api-version", "2024-02-01")).ToDictionary(
            static pair => pair.Item1, static pair => new StringValues(pair.Item2), StringComparer.OrdinalIgnoreCase)));
}
