using Contracts;
using Vision.Options;
using Xunit;

namespace Tests.Unit.Options;

public sealed class AnalysisOptionsBuilderTests
{
    [Theory]
    [InlineData("features", "labels", "faces,text")]
    [InlineData("features", " labels , faces ", "text", "labels")]
    public void Build_of_features_adds_up_lists_and_repeats(string name, params string[] values)
    {
        var builder = new AnalysisOptionsBuilder();
        builder.Set(name, values);
        Assert.Equal(Features.Labels | Features.Faces | Features.Text, builder.Build().Features);
    }

    [Theory]
    [InlineData("top", "0")]
    [InlineData("top", "101")]
    [InlineData("top", "1.5")]
    [InlineData("top", "٣")]
    [InlineData("minConfidence", "1.01")]
    [InlineData("minConfidence", "-0.1")]
    [InlineData("minConfidence", "NaN")]
    [InlineData("minConfidence", "Infinity")]
    [InlineData("minConfidence", "0,5")]
    [InlineData("features", "")]
    [InlineData("features", "labels,")]
    [InlineData("features", "Labels")]
    [InlineData("features", "none")]
    [InlineData("features", "1")]
    [InlineData("equalize", "GLOBAL")]
    [InlineData("textDetail", "Words")]
    [InlineData("textDetail", "lines,words")]
    [InlineData("textDetail", "1")]
    [InlineData("textDetail", "")]
    [InlineData("textdetail", "words")]
    [InlineData("model", "")]
    [InlineData("Top", "5")]
    [InlineData("url", "http://example.com")]
    public void Build_of_a_wrong_option_names_it(string name, string value)
    {
        var builder = new AnalysisOptionsBuilder();
        builder.Set(name, [value]);
        var problem = Assert.Throws<ProblemException>(builder.Build);
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        Assert.Equal([name], problem.Errors!.Keys);
    }

    [Fact]
    public void Build_of_several_wrong_options_names_all()
    {
        var builder = new AnalysisOptionsBuilder();
        builder.Set("top", ["1", "2"]);
        builder.Set("equalize", [null]);
        builder.Set("colour", ["red"]);
        var problem = Assert.Throws<ProblemException>(builder.Build);
        Assert.Equal(["colour", "equalize", "top"], problem.Errors!.Keys);
    }

    [Fact]
    public void Format_of_options_is_read_back_equal()
    {
        var options = new AnalysisOptions
        {
            Features = Features.Labels | Features.Caption,
            Top = 17,
            MinConfidence = 0.123456f,
            Model = "my pets&co@2",
            Equalize = Equalization.Adaptive,
            TextDetail = TextDetail.Symbols,
        };
        Assert.Equal(options, Parse(AnalysisQuery.Format(options)));
    }

    [Theory]
    [InlineData(TextDetail.Lines, "")]
    [InlineData(TextDetail.Words, "&textDetail=words")]
    [InlineData(TextDetail.Symbols, "&textDetail=symbols")]
    public void Format_of_a_detail_leaves_out_what_the_version_before_does_not_know(TextDetail detail, string expected)
    {
        var query = AnalysisQuery.Format(new AnalysisOptions { TextDetail = detail });
        Assert.Equal("?features=labels&top=5&minConfidence=0&model=efficientnet-lite2&equalize=none" + expected, query);
        Assert.Equal(detail, Parse(query).TextDetail);
    }

    private static AnalysisOptions Parse(string query)
    {
        var builder = new AnalysisOptionsBuilder();
        foreach (var pair in query.TrimStart('?').Split('&'))
        {
            var parts = pair.Split('=');
            builder.Set(parts[0], [Uri.UnescapeDataString(parts[1])]);
        }

        return builder.Build();
    }
}
