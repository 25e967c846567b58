using ApiService.Compatibility.Aws;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>What AWS calls the product's problems.</summary>
public sealed class AwsErrorsTests
{
    [Theory]
    [InlineData("invalid_image", "InvalidImageFormatException", 400)]
    [InlineData("invalid_request", "SerializationException", 400)]
    [InlineData("key_required", "MissingAuthenticationTokenException", 400)]
    [InlineData("forbidden", "AccessDeniedException", 400)]
    [InlineData("image_too_large", "ImageTooLargeException", 400)]
    [InlineData("image_dimensions", "ImageTooLargeException", 400)]
    [InlineData("unsupported_media_type", "SerializationException", 400)]
    [InlineData("rate_limited", "ProvisionedThroughputExceededException", 400)]
    [InlineData("overloaded", "ThrottlingException", 500)]
    [InlineData("inference_unavailable", "ServiceUnavailable", 503)]
    [InlineData("deadline_exceeded", "ServiceUnavailable", 503)]
    [InlineData("internal_error", "InternalServerError", 500)]
    [InlineData("feature_unavailable", "UnknownOperationException", 400)]
    [InlineData("feature_failed", "InternalServerError", 500)]
    [InlineData("model_not_found", "ResourceNotFoundException", 400)]
    public void Of_gives_the_name_of_the_exception(string code, string name, int status)
    {
        var error = AwsErrors.Of(ErrorCodes.Find(code)!);
        Assert.Equal((name, status), (error.Code, error.Status));
    }

    [Fact]
    public void Of_any_problem_is_a_fault_of_the_same_side() => Assert.All(
        ErrorCodes.All.Where(static code => code != ErrorCodes.FeatureUnavailable),
        static code => Assert.Equal(code.Status >= 500, AwsErrors.Of(code).Status >= 500));

    [Fact]
    public void Of_an_error_that_is_told_in_its_name_is_itself() =>
        Assert.Same(AwsErrors.InvalidSignature, AwsErrors.Of(AwsErrors.InvalidSignature));
}
