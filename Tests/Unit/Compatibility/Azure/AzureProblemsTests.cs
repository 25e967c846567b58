using ApiService.Compatibility.Azure;
using ApiService.Compatibility.Azure.Problems;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Azure;

/// <summary>Problems in the words of Azure.</summary>
public sealed class AzureProblemsTests
{
    public static TheoryData<string> Codes => [.. ErrorCodes.All.Select(static code => code.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_problem_has_an_error_with_a_code_and_a_sentence(string code)
    {
        var problem = new ProblemException(ErrorCodes.Find(code)!, "What happened.");
        var details = AzureProblems.Describe(problem);
        Assert.Equal("What happened.", details.InnerError?.Message ?? details.Message);
        Assert.NotEmpty(details.Message);
        Assert.Matches("^([A-Z][A-Za-z]+|4[0-9]{2})$", details.Code);
        Assert.InRange(AzureErrorTable.Of(problem.Code).Status, 400, 503);
    }

    [Theory]
    [InlineData("invalid_request", 400, "InvalidRequest", null)]
    [InlineData("invalid_image", 400, "InvalidRequest", "InvalidImageFormat")]
    [InlineData("image_too_large", 400, "InvalidRequest", "InvalidImageSize")]
    [InlineData("image_dimensions", 400, "InvalidRequest", "InvalidImageSize")]
    [InlineData("unsupported_media_type", 400, "InvalidRequest", "UnsupportedMediaType")]
    [InlineData("feature_unavailable", 400, "InvalidRequest", "NotSupportedFeature")]
    [InlineData("key_required", 401, "401", null)]
    [InlineData("forbidden", 403, "403", null)]
    [InlineData("route_not_found", 404, "404", null)]
    [InlineData("model_not_found", 404, "404", null)]
    [InlineData("rate_limited", 429, "429", null)]
    [InlineData("internal_error", 500, "InternalServerError", null)]
    [InlineData("feature_failed", 500, "InternalServerError", "FailedToProcess")]
    [InlineData("deadline_exceeded", 500, "InternalServerError", "Timeout")]
    [InlineData("overloaded", 503, "ServiceUnavailable", null)]
    [InlineData("inference_unavailable", 503, "ServiceUnavailable", null)]
    public void A_problem_has_the_status_and_the_codes_that_Azure_documents(string code, int status, string outer, string? inner)
    {
        var error = AzureErrorTable.Of(ErrorCodes.Find(code)!);
        Assert.Equal(new AzureError(status, outer, inner), error);
    }

    [Fact]
    public void An_inner_error_tells_what_happened_and_the_outer_one_of_what_kind_it_is()
    {
        var details = AzureProblems.Describe(new ProblemException(AzureErrors.BadArgument, "It may be true or false."));
        Assert.Equal(
            ("InvalidRequest", "The query is invalid.", new InnerError("BadArgument", "It may be true or false.")),
            (details.Code, details.Message, details.InnerError));
    }
}
