using System.Globalization;
using Client;
using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace WebFrontend.Pages;

/// <summary>The page, with the models that can be chosen. Where they cannot be had in time, the page's script asks for them later.</summary>
internal sealed partial class IndexModel(ImageClient images, ILogger<IndexModel> logger) : PageModel
{
    /// <summary>The task of the models that can be chosen; the others serve one feature each.</summary>
    private const string Classification = "classification";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Everything that can be asked of a picture, in the order of the page; all of it, until a visitor chooses.</summary>
    public static IEnumerable<string> Features { get; } = FeatureNames.Split(Enum.GetValues<Features>().Aggregate(static (all, one) => all | one)).Select(FeatureNames.Of);

    public IReadOnlyList<ModelSummary> Models { get; private set; } = [];

    /// <summary>A model as people choose it: its name, and its accuracy where that is known.</summary>
    public static string Describe(ModelSummary model) =>
        model.Versions.FirstOrDefault(version => version.Live)?.Accuracy is { } accuracy
            ? string.Create(CultureInfo.InvariantCulture, $"{model.Name} ({accuracy * 100:0.0}%)")
            : model.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            Models = [.. (await images.ListModelsAsync(patience.Token)).Where(static model => model.Task == Classification && model.Version is not null)];
        }
        catch (Exception failure) when (
            failure is ImageApiException or HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            LogNoModels(logger, failure);
            HttpContext.Features.GetRequiredFeature<IOutputCacheFeature>().Context.AllowCacheStorage = false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page is shown without the list of models, which the API did not give")]
    private static partial void LogNoModels(ILogger logger, Exception failure);
}
