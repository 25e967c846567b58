using ApiService.Compatibility.Google.Errors;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Google;

/// <summary>Google's codes for the problems of this product.</summary>
public sealed class RpcCodesTests
{
    public static TheoryData<string> Problems => [.. ErrorCodes.All.Select(static code => code.Code)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void Every_problem_has_a_code_that_blames_the_same_side(string problem)
    {
        var code = ErrorCodes.Find(problem)!;
        Assert.Equal(code == ErrorCodes.MethodNotAllowed || code.Status >= 500, RpcCodes.Of(code).HttpStatus >= 500);
    }
}
