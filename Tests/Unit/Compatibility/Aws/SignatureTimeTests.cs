using ApiService.Compatibility.Aws.Signatures;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>Signatures are good for five minutes.</summary>
public sealed class SignatureTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 2, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("20260228T235700Z", "20260228")]
    [InlineData("20260301T000200Z", "20260301")]
    [InlineData("20260301T000700Z", "20260301")]
    public void Check_takes_five_minutes_on_either_side(string sent, string day) => SignatureTime.Check(sent, Scope(day), Now);

    [Theory]
    [InlineData("20260228T235659Z", "20260228", "Signature expired: 20260228T235659Z is now earlier than 20260228T235700Z (20260301T000200Z - 5 min.)")]
    [InlineData("20260301T000701Z", "20260301", "Signature not yet current: 20260301T000701Z is still later than 20260301T000700Z (20260301T000200Z + 5 min.)")]
    [InlineData("20260301T000200Z", "20260228", "The date of the Credential is not the day of X-Amz-Date.")]
    [InlineData("20260301T000200Z", "2026", "The date of the Credential is not the day of X-Amz-Date.")]
    [InlineData("20260301T000200Z", "20260301T", "The date of the Credential is not the day of X-Amz-Date.")]
    public void Check_refuses_more_in_the_words_that_clients_know(string sent, string day, string message)
    {
        var problem = Assert.Throws<ProblemException>(() => SignatureTime.Check(sent, Scope(day), Now));
        Assert.Equal(("InvalidSignatureException", message), (problem.Code.Code, problem.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-03-01T00:02:00Z")]
    [InlineData("20260301T000200")]
    [InlineData("20261301T000200Z")]
    [InlineData(" 20260301T000200Z")]
    public void Check_refuses_what_is_no_time(string sent) => Assert.Equal(
        "IncompleteSignatureException", Assert.Throws<ProblemException>(() => SignatureTime.Check(sent, Scope("20260301"), Now)).Code.Code);

    private static CredentialScope Scope(string date) => new(date, "eu-west-1", "rekognition", "aws4_request");
}
