using Contracts;

namespace Vision.Labels;

/// <summary>The classes of an image by the requested classifier, and the broader concepts above them.</summary>
internal sealed class LabelsFeature : IImageFeature
{
    public Features Feature => Features.Labels;

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        var classes = context.Model.Labels;
        var probabilities = context.Classify(Feature).Probabilities;
        return analysis with
        {
            Labels = Best(probabilities, classes, context.Options),
            Concepts = classes.Concepts.Above(probabilities),
        };
    }

    private static List<Label> Best(ReadOnlySpan<float> probabilities, LabelSet classes, AnalysisOptions options)
    {
        Span<int> indices = stackalloc int[Math.Min(options.Top, AnalysisOptions.MaximumTop)];
        var count = TopK.Select(probabilities, indices);
        var labels = new List<Label>(count);
        foreach (var index in indices[..count])
        {
            // What callers see is what they compare with.
            var confidence = Confidences.Round(probabilities[index]);
            if (confidence >= options.MinConfidence)
            {
                var item = classes[index];
                labels.Add(new Label(item.Id, item.Name, confidence));
            }
        }

        return labels;
    }
}
