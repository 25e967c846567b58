using Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebFrontend.Pages;

/// <summary>The page that makes a gallery of a folder of pictures.</summary>
internal sealed class BatchModel(ModelChoice choice) : PageModel
{
    /// <summary>What may be looked for in many pictures; an embedding is of no use here.</summary>
    private const Features Offered = Contracts.Features.Labels | Contracts.Features.Objects | Contracts.Features.Faces
        | Contracts.Features.Moderation | Contracts.Features.Text | Contracts.Features.Colors | Contracts.Features.Caption;

    private const Features First = Contracts.Features.Labels | Contracts.Features.Text;

    /// <summary>Each with whether it is looked for until a visitor chooses.</summary>
    public static IReadOnlyList<(string Name, bool IsChosen)> Features { get; } =
        [.. FeatureNames.Split(Offered).Select(static feature => (FeatureNames.Of(feature), First.HasFlag(feature)))];

    public IReadOnlyList<ModelSummary> Models { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Models = await choice.ListAsync(HttpContext, cancellationToken);
}
