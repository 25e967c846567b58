namespace Aspire.Dashboard.Api;

/// <summary>A text of a query as the pages send it: a field that is empty asks for nothing.</summary>
internal static class QueryText
{
    public static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
