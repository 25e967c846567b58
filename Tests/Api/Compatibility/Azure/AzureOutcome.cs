using System.Text.Json;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>What Azure's client made of an answer.</summary>
/// <param name="Unexpected">Whether it takes it for an error.</param>
/// <param name="Status">The HTTP status, as it gives it.</param>
/// <param name="CodeInHeader">The error's code in the header of its own.</param>
/// <param name="RetryAfter">When to come back.</param>
/// <param name="Body">The body as it gives it.</param>
internal sealed record AzureOutcome(bool Unexpected, string Status, string? CodeInHeader, string? RetryAfter, JsonElement Body)
{
    /// <summary>Asserts that the client sees this error, with a sentence.</summary>
    public void AssertFailure(string status, string code, string? innerCode = null)
    {
        Assert.True(Unexpected);
        var error = Body.GetProperty("error");
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(
            (status, code, code, innerCode),
            (Status, CodeInHeader, error.GetProperty("code").GetString(), error.TryGetProperty("innererror", out var inner) ? inner.GetProperty("code").GetString() : null));
    }
}
