namespace Aspire.Dashboard.Api;

/// <summary>A part of a long list.</summary>
internal static class Paging
{
    private const int Usual = 200;
    private const int Most = 500;

    /// <summary>The first items behind a place in the list.</summary>
    public static IReadOnlyList<T> Page<T>(IEnumerable<T> all, Func<T, long> id, long? before, int? limit) =>
        [.. all.Where(item => before is null || id(item) < before).Take(Math.Clamp(limit ?? Usual, 1, Most))];
}
