using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>An error as Azure writes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code.</param>
/// <param name="InnerCode">The code of the inner error; null where there is none.</param>
internal sealed record AzureFailure(int Status, string Code, string? InnerCode)
{
    /// <summary>Reads an error and checks everything that all of them have in common.</summary>
    public static async Task<AzureFailure> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, text, StringComparison.Ordinal);
        var error = JsonElement.Parse(text).GetProperty("error");
        var code = error.GetProperty("code").GetString()!;
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(code, Assert.Single(response.Headers.GetValues("x-ms-error-code")));
        return new AzureFailure((int)response.StatusCode, code, InnerCodeOf(error));
    }

    private static string? InnerCodeOf(JsonElement error)
    {
        if (!error.TryGetProperty("innererror", out var inner))
        {
            return null;
        }

        Assert.NotEmpty(inner.GetProperty("message").GetString()!);
        return inner.GetProperty("code").GetString();
    }
}
