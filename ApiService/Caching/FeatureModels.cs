using Contracts;

namespace ApiService.Caching;

/// <summary>Which models besides the classifier have a part in the answer of which feature.</summary>
internal static class FeatureModels
{
    /// <summary>A sentence about the image may be made of everything else that is found in it.</summary>
    private const Features Everything = Features.Caption;

    private static readonly (string Task, Features Feature)[] Parts =
    [
        ("object-detection", Features.Objects),
        ("face-detection", Features.Faces),
        ("moderation", Features.Moderation),
        ("text-detection", Features.Text),
        ("text-recognition", Features.Text),
    ];

    /// <summary>The live versions of the models that these features use, in the order of the catalogue.</summary>
    public static IReadOnlyList<ModelReference> LiveOf(IReadOnlyList<ModelSummary> models, Features features) =>
    [
        .. models.Where(model => model.Version is not null
                && Parts.Any(part => part.Task == model.Task && (features & (part.Feature | Everything)) != Features.None))
            .Select(static model => new ModelReference(model.Name, model.Version!)),
    ];
}
