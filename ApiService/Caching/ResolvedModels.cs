using Contracts;

namespace ApiService.Caching;

/// <summary>The versions of all models that have a part in an answer.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="Others">Those of the other features that were asked for.</param>
internal sealed record ResolvedModels(ModelReference Classifier, IReadOnlyList<ModelReference> Others)
{
    /// <summary>Asks for exactly this version of the classifier, whatever is live by the time the engine comes to it.</summary>
    public AnalysisOptions Pin(AnalysisOptions options) => options with { Model = Classifier.ToString() };

    /// <summary>Whether an engine on which these versions are live gives the answer that is meant; one that does not tell is believed.</summary>
    public bool AreAmong(IReadOnlyList<ModelReference>? live) => live is null || Others.All(live.Contains);

    public override string ToString() => string.Join(',', Others.Prepend(Classifier));
}
