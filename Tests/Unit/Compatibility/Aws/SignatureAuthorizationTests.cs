using ApiService.Compatibility.Aws.Signatures;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>The header that holds a signature.</summary>
public sealed class SignatureAuthorizationTests
{
    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/rekognition/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc", "key")]
    [InlineData("AWS4-HMAC-SHA256 Signature=abc,SignedHeaders=host;x-amz-date,Credential=a/b=c/20260101/eu-west-1/rekognition/aws4_request", "a/b=c")]
    public void Parse_takes_the_parameters_in_any_order(string header, string key)
    {
        var authorization = SignatureAuthorization.Parse(header);
        Assert.Equal(
            (key, new CredentialScope("20260101", "eu-west-1", "rekognition", "aws4_request"), "abc"),
            (authorization.AccessKey, authorization.Scope, authorization.Signature));
        Assert.Equal(["host", "x-amz-date"], authorization.SignedHeaders);
        Assert.Equal("20260101/eu-west-1/rekognition/aws4_request", authorization.Scope.ToString());
    }

    [Fact]
    public void Parse_of_nothing_misses_the_token() =>
        Assert.Equal("MissingAuthenticationTokenException", Assert.Throws<ProblemException>(() => SignatureAuthorization.Parse(string.Empty)).Code.Code);

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 SignedHeaders=host, Signature=abc", "Credential")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, Signature=abc", "SignedHeaders")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host", "Signature")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=", "Signature")]
    [InlineData("AWS4-HMAC-SHA256 Credential=b/c/d/e, SignedHeaders=host, Signature=abc", "Credential")]
    [InlineData("Basic Credential=a/b/c/d/e, SignedHeaders=host, Signature=abc", "AWS4-HMAC-SHA256")]
    public void Parse_says_what_is_missing(string header, string told)
    {
        var problem = Assert.Throws<ProblemException>(() => SignatureAuthorization.Parse(header));
        Assert.Equal("IncompleteSignatureException", problem.Code.Code);
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
    }
}
