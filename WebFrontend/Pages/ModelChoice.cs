using System.Globalization;
using Client;
using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;

namespace WebFrontend.Pages;

/// <summary>The models that a page offers. Where they cannot be had in time, the page's script asks for them later.</summary>
internal sealed partial class ModelChoice(ImageClient images, ILogger<ModelChoice> logger)
{
    /// <summary>The task of the models that can be chosen; the others serve one feature each.</summary>
    private const string Classification = "classification";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A model as people choose it: its name, and its accuracy where that is known.</summary>
    public static string Describe(ModelSummary model) =>
        model.Versions.FirstOrDefault(version => version.Live)?.Accuracy is { } accuracy
            ? string.Create(CultureInfo.InvariantCulture, $"{model.Name} ({accuracy * 100:0.0}%)")
            : model.Name;

    public async Task<IReadOnlyList<ModelSummary>> ListAsync(HttpContext page, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return [.. (await images.ListModelsAsync(patience.Token)).Where(static model => model.Task == Classification && model.Version is not null)];
        }
        catch (Exception failure) when (
            failure is ImageApiException or HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            LogNoModels(logger, failure);

            // The next visitor may be luckier; a page without models is not kept for them.
            page.Features.GetRequiredFeature<IOutputCacheFeature>().Context.AllowCacheStorage = false;
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page is shown without the list of models, which the API did not give")]
    private static partial void LogNoModels(ILogger logger, Exception failure);
}
