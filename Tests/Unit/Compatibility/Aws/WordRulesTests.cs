using ApiService.Compatibility.Aws.Shapes;
using ApiService.Compatibility.Aws.Texts;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>Which words are told.</summary>
public sealed class WordRulesTests
{
    private static readonly RelativeBox Word = new(Width: 0.2f, Height: 0.1f, Left: 0.4f, Top: 0.4f);

    [Fact]
    public void Admit_without_filters_takes_everything() => Assert.True(new WordRules(null).Admit(0, Word));

    [Theory]
    [InlineData(null, null, null, 80, true)]
    [InlineData(null, null, null, 79.99, false)]
    [InlineData(50f, 0.1f, 0.2f, 50, true)]
    [InlineData(50f, null, null, 49, false)]
    [InlineData(0f, 0.11f, null, 100, false)]
    [InlineData(0f, null, 0.21f, 100, false)]
    public void Admit_asks_for_sureness_and_size(float? confidence, float? height, float? width, float sure, bool isAdmitted) =>
        Assert.Equal(isAdmitted, new WordRules(new DetectTextFilters(new DetectionFilter(confidence, height, width), null)).Admit(sure, Word));

    [Theory]
    [InlineData(0f, 1f, true)]
    [InlineData(0.45f, 0.3f, true)]
    [InlineData(0.52f, 0.3f, false)]
    [InlineData(0.8f, 0.2f, false)]
    public void Admit_asks_for_more_than_half_of_a_word_in_a_region(float left, float width, bool isAdmitted)
    {
        var region = new RegionOfInterest(new RegionBox(width, 1, left, 0), null);
        var far = new RegionOfInterest(new RegionBox(0.1f, 0.1f, 0, 0), null);
        Assert.Equal(isAdmitted, new WordRules(new DetectTextFilters(null, [far, region])).Admit(10, Word));
    }

    [Fact]
    public void Constructor_refuses_more_than_ten_regions()
    {
        RegionOfInterest[] regions = [.. Enumerable.Repeat(new RegionOfInterest(new RegionBox(1, 1, 0, 0), null), 11)];
        _ = new WordRules(new DetectTextFilters(null, regions[..10]));
        Assert.Equal("InvalidParameterException", Assert.Throws<ProblemException>(() => new WordRules(new DetectTextFilters(null, regions))).Code.Code);
    }
}
