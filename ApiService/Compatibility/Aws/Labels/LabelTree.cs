using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Which terms of an analysis lie above which.</summary>
/// <param name="analysis">The analysis.</param>
/// <param name="paths">By the id of a class the terms above it, from general to specific.</param>
internal sealed class LabelTree(Analysis analysis, IReadOnlyDictionary<string, IReadOnlyList<string>> paths)
{
    /// <summary>The broader terms of the analysis above one of its terms, from specific to general.</summary>
    public IReadOnlyList<LabelParent> Above(string name)
    {
        var above = PathTo(name);
        return [.. SceneTags.Concepts(analysis).Where(concept => concept.Name != name && above.Contains(concept.Name, StringComparer.Ordinal))
            .Select(static concept => new LabelParent(concept.Name))];
    }

    private IReadOnlyList<string> PathTo(string name)
    {
        if (analysis.Labels?.FirstOrDefault(label => label.Name == name) is { } label)
        {
            return paths.GetValueOrDefault(label.Id) ?? [];
        }

        // A broader term lies on the path of any class below it; the likeliest of those are among the labels.
        var below = (analysis.Labels ?? []).Select(label => paths.GetValueOrDefault(label.Id))
            .FirstOrDefault(path => path?.Contains(name, StringComparer.Ordinal) == true);
        return below is null ? [] : [.. below.TakeWhile(term => term != name)];
    }
}
