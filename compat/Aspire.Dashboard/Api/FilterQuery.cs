using System.Diagnostics.CodeAnalysis;
using Aspire.Dashboard.Telemetry.Filters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Api;

/// <summary>Filters as they stand in an address.</summary>
internal static class FilterQuery
{
    private const int Most = 32;

    public static bool TryRead(string[]? texts, out IReadOnlyList<FieldFilter> filters, [NotNullWhen(false)] out BadRequest<RefusedQuery>? refusal)
    {
        var read = (texts ?? []).Take(Most).Select(static text => (Text: text, Filter: FieldFilter.Parse(text))).ToList();
        filters = [.. read.Select(static one => one.Filter).OfType<FieldFilter>()];
        refusal = read.Exists(static one => one.Filter is null)
            ? TypedResults.BadRequest(new RefusedQuery("A filter cannot be read.", $"'{read.First(static one => one.Filter is null).Text}' is not FIELD:OPERATOR:VALUE."))
            : null;
        return refusal is null;
    }
}
