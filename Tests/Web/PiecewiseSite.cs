using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;
using Xunit;

namespace Tests.Web;

/// <summary>A site behind a slow line: the second half of each page arrives when the test says so.</summary>
internal sealed class PiecewiseSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient site;

    private PiecewiseSite(WebApplication app, HttpClient site) => (this.app, this.site) = (app, site);

    public Uri Address => new(app.Urls.Single());

    /// <summary>Where a page is cut: after this text.</summary>
    public string FirstHalfEnds { get; set; } = "<body>";

    /// <summary>The rest of the page waits for it.</summary>
    public Task RestMayCome { get; set; } = Task.CompletedTask;

    /// <summary>The site's cookies of <paramref name="login"/>, which is asked for first, are sent with everything that follows.</summary>
    public static async Task<PiecewiseSite> StartAsync(Uri login, CancellationToken cancellationToken)
    {
        var client = new HttpClient { BaseAddress = new Uri(login, "/") };
        using var entered = await client.GetAsync(login, cancellationToken);
        var builder = OwnServer.CreateBuilder();
        var slow = new PiecewiseSite(builder.Build(), client);
        slow.app.MapGet("/{**path}", slow.ForwardAsync);
        await slow.app.StartAsync(cancellationToken);
        return slow;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        site.Dispose();
    }

    private async Task ForwardAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        using var answer = await site.GetAsync(request.Path + request.QueryString, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Content.Headers.ContentType is { MediaType: "text/html" })
        {
            await WriteInHalvesAsync(response, await answer.Content.ReadAsStringAsync(cancellationToken), cancellationToken);
        }
        else
        {
            await answer.Content.CopyToAsync(response.Body, cancellationToken);
        }
    }

    private async Task WriteInHalvesAsync(HttpResponse response, string page, CancellationToken cancellationToken)
    {
        Assert.Contains(FirstHalfEnds, page, StringComparison.Ordinal);
        var end = page.IndexOf(FirstHalfEnds, StringComparison.Ordinal) + FirstHalfEnds.Length;
        await response.WriteAsync(page[..end], cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        await RestMayCome.WaitAsync(cancellationToken);
        await response.WriteAsync(page[end..], cancellationToken);
    }
}
