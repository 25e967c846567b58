using Vision.Labels;
using Xunit;

namespace Tests.Unit.Labels;

public sealed class ConceptTreeTests
{
    private static readonly LabelSet Animals = LabelSet.Parse(
    [
        "n1\ttabby\ttabby\tanimal|mammal|feline|cat",
        "n2\ttiger cat\ttiger cat\tanimal|mammal|feline|cat",
        "n3\tlynx\tlynx\tanimal|mammal|feline",
        "n4\tdog\tdog\tanimal|mammal",
        "n5\tpuppy\tpuppy\tanimal|mammal|dog",
        "n6\tcrane\tcrane\tanimal|bird",
        "n7\tcrane\tcrane\tmachine",
    ]);

    [Fact]
    public void Above_sums_probabilities_of_all_classes_below_a_node()
    {
        var concepts = Animals.Concepts.Above([0.3f, 0.25f, 0.1f, 0.05f, 0.1f, 0.1f, 0.1f]);
        Assert.Equal(
            [("cat", 0.55f), ("feline", 0.65f), ("mammal", 0.8f), ("animal", 0.9f)],
            concepts.Select(concept => (concept.Name, concept.Confidence)));
    }

    [Fact]
    public void Above_leaves_out_a_class_that_lies_on_the_path_of_another()
    {
        var concepts = Animals.Concepts.Above([0, 0, 0, 0.1f, 0.8f, 0, 0.1f]);
        Assert.Equal(["mammal", "animal"], concepts.Select(concept => concept.Name));
        Assert.Equal(0.9f, concepts[0].Confidence);
    }

    [Fact]
    public void Above_takes_the_threshold_itself_and_nothing_below()
    {
        var concepts = Animals.Concepts.Above([0, 0, 0, 0, 0, 0.5f, 0.5f]);
        Assert.Equal(["bird", "animal", "machine"], concepts.Select(concept => concept.Name));
        Assert.Empty(Animals.Concepts.Above([0, 0, 0, 0, 0, 0.499f, 0.499f]));
    }

    [Fact]
    public void Above_gives_at_most_the_five_most_specific()
    {
        var deep = LabelSet.Parse(["n1\tleaf\tleaf\ta|b|c|d|e|f|g"]);
        Assert.Equal(["g", "f", "e", "d", "c"], deep.Concepts.Above([1]).Select(concept => concept.Name));
    }

    [Fact]
    public void Above_of_classes_without_paths_gives_nothing() =>
        Assert.Empty(LabelSet.Parse(["red", "blue"]).Concepts.Above([0.5f, 0.5f]));

    [Fact]
    public void Parse_of_a_name_alone_uses_it_as_identifier_too()
    {
        var labels = LabelSet.Parse(["red", "n2\tblue"]);
        Assert.Equal(("red", "red"), (labels[0].Id, labels[0].Name));
        Assert.Equal(("n2", "blue"), (labels[1].Id, labels[1].Name));
    }
}
