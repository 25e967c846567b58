using Tests.Fixtures;
using Tests.Web;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>Who may call is told by signatures, which the official client makes.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsSignatureTests(CloudApi api, CloudClients clients)
{
    private static readonly AwsCall Faces = AwsCall.Of("DetectFaces", "portrait.jpg");

    private readonly AwsClient client = new(api.Endpoint);

    [Theory]
    [InlineData(CloudApi.AccessKeyId, "another secret", "InvalidSignatureException")]
    [InlineData("nobody", CloudApi.Secret, "UnrecognizedClientException")]
    [InlineData(CloudApi.HashedId, "x", "UnrecognizedClientException")]
    [InlineData(CloudApi.AdminId, CloudApi.AdminKey, "AccessDeniedException")]
    public async Task A_caller_without_the_right_key_is_refused(string id, string secret, string error)
    {
        var result = Assert.Single(await (client with { KeyId = id, Secret = secret }).CallAsync(clients, Faces));
        Assert.Equal((error, 400, "client"), (result.Error, result.Status, result.Fault));
    }

    [Theory]
    [InlineData(-10, "Signature expired: ")]
    [InlineData(10, "Signature not yet current: ")]
    public async Task A_client_whose_clock_is_wrong_is_told_and_corrects_itself(int minutes, string message)
    {
        var wrong = client with { ClockOffset = TimeSpan.FromMinutes(minutes) };
        var results = await wrong.CallAsync(clients, Faces, Faces);
        Assert.Equal(("InvalidSignatureException", 400), (results[0].Error, results[0].Status));
        Assert.StartsWith(message, results[0].Message, StringComparison.Ordinal);
        Assert.Equal(200, results[1].Status);

        var alone = Assert.Single(await (wrong with { MaxAttempts = 2 }).CallAsync(clients, Faces));
        Assert.Equal((200, 2), (alone.Status, alone.Attempts));
    }

    [Fact]
    public async Task A_body_that_was_altered_on_its_way_is_refused()
    {
        var altering = client with { Alter = ["\"MaxLabels\":5", "\"MaxLabels\":6"] };
        var results = await altering.CallAsync(
            clients, AwsCall.Of("DetectLabels", "cat.jpg", """{"MaxLabels":5}"""), AwsCall.Of("DetectLabels", "cat.jpg", """{"MaxLabels":4}"""));
        Assert.Equal(("InvalidSignatureException", 400), (results[0].Error, results[0].Status));
        Assert.Equal(200, results[1].Status);
    }

    [Fact]
    public async Task The_front_end_passes_what_was_signed()
    {
        await using var web = WebBefore.Api(api.Endpoint);
        Assert.Equal(200, Assert.Single(await new AwsClient(web.Client.BaseAddress!).CallAsync(clients, Faces)).Status);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_five_minutes_is_refused()
    {
        var request = new SignedRequest(api.Endpoint, Body());
        await api.Client.AnswerAsync(request.Message());
        api.Clock.Jump(TimeSpan.FromMinutes(6));
        try
        {
            var message = await api.Client.RefuseAsync(request.Message(), "InvalidSignatureException");
            Assert.StartsWith("Signature expired: ", message, StringComparison.Ordinal);
        }
        finally
        {
            api.Clock.Jump(TimeSpan.FromMinutes(-6));
        }
    }

    [Fact]
    public async Task A_request_of_a_client_that_does_not_tell_the_hash_of_its_body_is_verified_at_its_end()
    {
        await api.Client.AnswerAsync(new SignedRequest(api.Endpoint, Body()).Message());
        var altered = new SignedRequest(api.Endpoint, Body()).Message();
        altered.Content = new StringContent(Body(maxLabels: 6)) { Headers = { ContentType = new("application/x-amz-json-1.1") } };
        await api.Client.RefuseAsync(altered, "InvalidSignatureException");
        await api.Client.RefuseAsync(new SignedRequest(api.Endpoint, Body()) { Secret = "x" }.Message(), "InvalidSignatureException");
    }

    [Fact]
    public async Task A_hash_that_is_not_that_of_the_body_is_refused_though_it_is_signed()
    {
        await api.Client.AnswerAsync(new SignedRequest(api.Endpoint, Body()) { DeclaredHash = SignedRequest.Hash(Body()) }.Message());
        foreach (var hash in new[] { SignedRequest.Hash("{}"), "UNSIGNED-PAYLOAD", SignedRequest.Hash(Body()).ToUpperInvariant() })
        {
            await api.Client.RefuseAsync(new SignedRequest(api.Endpoint, Body()) { DeclaredHash = hash }.Message(), "InvalidSignatureException");
        }
    }

    [Fact]
    public async Task The_query_is_signed_too()
    {
        await api.Client.AnswerAsync(new SignedRequest(api.Endpoint, Body()) { Query = "a=1&b=%2F" }.Message());
        var other = new SignedRequest(api.Endpoint, Body()) { Query = "a=1" }.Message();
        other.RequestUri = new Uri(api.Endpoint, "/?a=2");
        await api.Client.RefuseAsync(other, "InvalidSignatureException");
    }

    [Fact]
    public async Task Another_operation_than_the_signed_one_is_refused()
    {
        var request = new SignedRequest(api.Endpoint, Body()).Message();
        request.Headers.Remove("x-amz-target");
        request.Headers.Add("x-amz-target", "RekognitionService.DetectText");
        await api.Client.RefuseAsync(request, "InvalidSignatureException");
    }

    [Fact]
    public async Task A_signature_that_is_good_for_something_else_is_refused()
    {
        var request = new SignedRequest(api.Endpoint, Body());
        SignedRequest[] others =
        [
            request with { Service = "s3" },
            request with { Terminator = "aws5_request" },
            request with { ScopeDate = "20200101" },
            request with { ScopeDate = "2026" },
            request with { SignedHeaders = ["content-type", "host", "x-amz-date"] },
            request with { SignedHeaders = ["content-type", "x-amz-date", "x-amz-target"] },
        ];
        foreach (var other in others)
        {
            await api.Client.RefuseAsync(other.Message(), "InvalidSignatureException");
        }
    }

    [Theory]
    [InlineData(null, "MissingAuthenticationTokenException")]
    [InlineData("Bearer token", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20260101/r/rekognition/aws4_request, SignedHeaders=host", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00", "IncompleteSignatureException")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=a/20260101/rekognition/aws4_request, SignedHeaders=host, Signature=00", "IncompleteSignatureException")]
    public async Task An_authorization_that_is_none_is_refused(string? authorization, string error)
    {
        var request = new SignedRequest(api.Endpoint, Body()).Message();
        request.Headers.Remove("Authorization");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        await api.Client.RefuseAsync(request, error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Sat, 28 Nov 2026 00:00:00 GMT")]
    public async Task A_signature_without_a_time_is_refused(string? date)
    {
        var request = new SignedRequest(api.Endpoint, Body()).Message();
        request.Headers.Remove("x-amz-date");
        if (date is not null)
        {
            request.Headers.TryAddWithoutValidation("x-amz-date", date);
        }

        await api.Client.RefuseAsync(request, "IncompleteSignatureException");
    }

    private static string Body(int maxLabels = 5) =>
        $$"""{"Image":{"Bytes":"{{Convert.ToBase64String(Photo.Bytes("cat.jpg"))}}"},"MaxLabels":{{maxLabels}}}""";
}
