using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Classes, broader terms and things as one list, as Rekognition gives them.</summary>
internal static class LabelList
{
    /// <summary>
    /// The labels that a request wants, most confident first. Things go to the label of their name as its instances; those without
    /// one make a label of their own, as sure as the surest of them.
    /// </summary>
    public static IReadOnlyList<RekognitionLabel> Of(Analysis analysis, LabelTree tree, LabelRules rules)
    {
        var things = (analysis.Objects ?? []).ToLookup(static thing => thing.Name, StringComparer.OrdinalIgnoreCase);
        var terms = SceneTags.Of(analysis, minimumConfidence: 0)
            .Select(tag => new RekognitionLabel(
                tag.Name, Percent.Of(tag.Confidence), Instances(things[tag.Name], analysis.Image), tree.Above(tag.Name)))
            .Where(label => label.Confidence >= rules.MinConfidence)
            .ToList();
        var alone = things
            .Where(group => !terms.Exists(label => label.Name.Equals(group.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(group => new RekognitionLabel(
                group.Key, Percent.Of(group.Max(static thing => thing.Confidence)), Instances(group, analysis.Image), Parents: []))
            .Where(label => label.Confidence >= rules.MinConfidence);
        return
        [
            .. terms.Concat(alone).Where(label => rules.Admit(label.Name))
                .OrderByDescending(static label => label.Confidence).Take(rules.MaxLabels),
        ];
    }

    private static IReadOnlyList<LabelInstance> Instances(IEnumerable<DetectedObject> things, ImageReport image) =>
        [.. things.Select(thing => new LabelInstance(RelativeBox.Of(thing.Box, image), Percent.Of(thing.Confidence)))];
}
