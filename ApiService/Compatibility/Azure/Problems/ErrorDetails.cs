using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Azure.Problems;

/// <summary>What went wrong.</summary>
/// <param name="Code">Its kind; also in the header <c>x-ms-error-code</c>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="InnerError">More about it, where there is more.</param>
internal sealed record ErrorDetails(string Code, string Message, [property: JsonPropertyName("innererror")] InnerError? InnerError)
{
    /// <summary>Errors that led to this one: always none. The types of Azure's clients rely on the list.</summary>
    public IReadOnlyList<ErrorDetails> Details { get; } = [];
}
