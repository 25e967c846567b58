using Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebFrontend.Pages;

/// <summary>The page that analyses pictures one by one, with the models that can be chosen.</summary>
internal sealed class IndexModel(ModelChoice choice) : PageModel
{
    /// <summary>Everything that can be asked of a picture, in the order of the page; all of it, until a visitor chooses.</summary>
    public static IReadOnlyList<string> Features { get; } = [.. Enum.GetValues<Features>().Where(static feature => feature != Contracts.Features.None).Select(FeatureNames.Of)];

    public IReadOnlyList<ModelSummary> Models { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Models = await choice.ListAsync(HttpContext, cancellationToken);
}
