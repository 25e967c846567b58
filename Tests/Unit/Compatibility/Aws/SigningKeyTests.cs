using ApiService.Compatibility.Aws.Signatures;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>The examples that AWS publishes for Signature Version 4.</summary>
public sealed class SigningKeyTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void Derive_gives_the_key_of_the_documentation() => Assert.Equal(
        "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
        Convert.ToHexStringLower(SigningKey.Derive(Secret, new CredentialScope("20150830", "us-east-1", "iam", "aws4_request"))));

    [Theory]
    [InlineData("iam", "iam.amazonaws.com", "/?Action=ListUsers&Version=2010-05-08", "application/x-www-form-urlencoded; charset=utf-8", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")]
    [InlineData("service", "example.amazonaws.com", "/", null, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    public void Verify_takes_the_signature_of_the_documentation(string service, string host, string target, string? type, string signature)
    {
        Signature(service, host, target, type, signature, Secret).Verify(Empty);
        var other = Signature(service, host, target, type, signature, $"{Secret}x");
        Assert.Equal("InvalidSignatureException", Assert.Throws<ProblemException>(() => other.Verify(Empty)).Code.Code);
        Assert.Throws<ProblemException>(() => Signature(service, host, target, type, signature, Secret).Verify(new string('0', 64)));
        Assert.Throws<ProblemException>(() => Signature(service, host, target + "x", type, signature, Secret).Verify(Empty));
        Assert.Throws<ProblemException>(() => Signature(service, host + "x", target, type, signature, Secret).Verify(Empty));
        Assert.Throws<ProblemException>(() => Signature(service, host, target, type, signature[..^1], Secret).Verify(Empty));
    }

    private static RequestSignature Signature(string service, string host, string target, string? type, string signature, string secret)
    {
        const string Date = "20150830T123600Z";
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Method = "GET";
        context.Request.Headers.Host = host;
        context.Request.Headers.ContentType = type;
        context.Request.Headers["X-Amz-Date"] = Date;
        var signed = type is null ? "host;x-amz-date" : "content-type;host;x-amz-date";
        var authorization = SignatureAuthorization.Parse(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/{service}/aws4_request, SignedHeaders={signed}, Signature={signature}");
        return new RequestSignature(secret, authorization, Date, CanonicalRequest.WithoutBody(context.Request, authorization.SignedHeaders));
    }
}
