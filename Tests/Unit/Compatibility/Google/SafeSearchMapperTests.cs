using ApiService.Compatibility.Google.Mapping;
using ApiService.Compatibility.Google.Responses;
using Xunit;

namespace Tests.Unit.Compatibility.Google;

/// <summary>Probabilities in Google's five steps.</summary>
public sealed class SafeSearchMapperTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.0499, 1)]
    [InlineData(0.05, 2)]
    [InlineData(0.1999, 2)]
    [InlineData(0.2, 3)]
    [InlineData(0.4999, 3)]
    [InlineData(0.5, 4)]
    [InlineData(0.7999, 4)]
    [InlineData(0.8, 5)]
    [InlineData(1, 5)]
    public void A_probability_falls_into_its_step(float probability, int step) =>
        Assert.Equal((Likelihood)step, SafeSearchMapper.LikelihoodOf(probability));
}
