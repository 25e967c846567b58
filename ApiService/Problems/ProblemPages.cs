using System.Net.Mime;
using System.Text;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiService.Problems;

/// <summary>The page behind the <c>type</c> of every problem.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/problems").ExcludeFromDescription();
        group.MapGet("/", List);
        group.MapGet("/{code}", Get);
    }

    public static ContentHttpResult List() => Page("Problems", string.Concat(ErrorCodes.All.Select(static code =>
        $"<li><a href=\"/problems/{code.Code}\"><code>{code.Code}</code></a> {code.Status} {code.Title}</li>")));

    public static ContentHttpResult Get(string code)
    {
        var found = ErrorCodes.All.FirstOrDefault(known => known.Code == code)
            ?? throw new ProblemException(ErrorCodes.RouteNotFound, "No problem has this code.");
        var retry = found.Retryable ? "The same request may succeed later." : "The same request will fail again.";
        return Page(
            found.Title, $"<p><code>{found.Code}</code>, status {found.Status}</p><p>{found.Remedy}</p><p>{retry}</p><p><a href=\"/problems/\">All problems</a></p>");
    }

    // Every text comes from our own table, so none needs encoding.
    private static ContentHttpResult Page(string title, string body) => TypedResults.Content(
        $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><h1>{title}</h1>{body}</html>",
        MediaTypeNames.Text.Html,
        Encoding.UTF8);
}
