using ApiService.Compatibility;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility;

/// <summary>Classes and broader terms as one list.</summary>
public sealed class SceneTagsTests
{
    private static readonly Contracts.Analysis Cup = new()
    {
        Digest = "sha256:0",
        Model = new ModelReference("any", "1"),
        Image = new ImageReport
        {
            Format = "png",
            Width = 1,
            Height = 1,
            Bytes = 1,
            Orientation = 1,
            Frames = 1,
            HasAlpha = false,
            Warnings = [],
        },
        Labels = [new Label("n1", "espresso", 0.6f), new Label("n2", "cup", 0.3f), new Label("n3", "artifact", 0.2f), new Label("n4", "plate", 0.01f)],
        Concepts = [new Concept("cup", 0.7f), new Concept("food", 0.8f), new Concept("artifact", 0.95f)],
    };

    [Fact]
    public void Terms_come_with_the_surest_first_and_each_name_once() => Assert.Equal(
        [("food", 0.8f), ("cup", 0.7f), ("espresso", 0.6f), ("artifact", 0.2f)],
        SceneTags.Of(Cup, SceneTags.MinimumConfidence).Select(static tag => (tag.Name, tag.Confidence)));

    [Fact]
    public void A_broader_term_that_says_nothing_is_left_out_and_a_class_of_its_name_is_not() =>
        Assert.DoesNotContain(SceneTags.Of(Cup, 0), static tag => tag.Confidence == 0.95f);

    [Fact]
    public void An_analysis_without_labels_has_no_terms() => Assert.Empty(SceneTags.Of(Cup with { Labels = null, Concepts = null }, 0));
}
