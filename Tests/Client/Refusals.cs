using Client;
using Contracts;
using Xunit;

namespace Tests.Client;

/// <summary>What a test expects of a call that is refused.</summary>
internal static class Refusals
{
    public static async Task<ImageApiException> FailAsync(ErrorCode expected, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<ImageApiException>(call);
        Assert.Equal((expected.Code, expected.Status, expected.Retryable), (refusal.Problem.Code, refusal.Problem.Status, refusal.Problem.Retryable));
        return refusal;
    }
}
