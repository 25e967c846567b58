using ApiService.Compatibility.Aws.Labels;
using Contracts;
using Xunit;
using ContractLabel = Contracts.Label;
using LabelList = ApiService.Compatibility.Aws.Labels.LabelList;

namespace Tests.Unit.Compatibility.Aws;

/// <summary>Classes, broader terms and things as the list of Rekognition.</summary>
public sealed class LabelListTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Paths = new(StringComparer.Ordinal)
    {
        ["n1"] = ["animal", "mammal", "cat"],
        ["n2"] = ["animal", "mammal", "dog"],
        ["n3"] = ["machine"],
    };

    private static readonly Contracts.Analysis Picture = new()
    {
        Digest = "sha256:00",
        Image = new ImageReport { Format = "png", Width = 200, Height = 100, Bytes = 1, Orientation = 1, Frames = 1, HasAlpha = false, Warnings = [] },
        Model = new ModelReference("model", "1"),
        Labels = [new ContractLabel("n1", "tabby", 0.6f), new ContractLabel("n2", "puppy", 0.2f), new ContractLabel("n3", "crane", 0.1f)],
        Concepts = [new Concept("cat", 0.6f), new Concept("mammal", 0.8f), new Concept("animal", 0.8f)],
        Objects = [Thing("cat", 0.7f, 20), Thing("person", 0.65f, 40), Thing("Cat", 0.3f, 60), Thing("person", 0.9f, 80), Thing("puppy", 0.9f, 0)],
    };

    [Fact]
    public void Of_gives_the_most_confident_first_and_things_their_own_label()
    {
        var labels = List(new DetectLabelsRequest());
        Assert.Equal(
            [("person", 90f), ("puppy", 90f), ("mammal", 80f), ("animal", 80f), ("tabby", 60f), ("cat", 60f)],
            labels.Select(static label => (label.Name, label.Confidence)));
        Assert.Equal([70f, 30f], labels[5].Instances.Select(static instance => instance.Confidence));
        Assert.Equal((0.1f, 0.2f, 0.1f, 0.3f), Corners(labels[5].Instances[0]));
        Assert.Equal([65f, 90f], labels[0].Instances.Select(static instance => instance.Confidence));
    }

    [Fact]
    public void Of_gives_as_parents_the_broader_terms_that_lie_above()
    {
        var labels = List(new DetectLabelsRequest { MinConfidence = 0 });
        Assert.Equal(["cat", "mammal", "animal"], ParentsOf(labels, "tabby"));
        Assert.Equal(["mammal", "animal"], ParentsOf(labels, "puppy"));
        Assert.Equal(["mammal", "animal"], ParentsOf(labels, "cat"));
        Assert.Equal(["animal"], ParentsOf(labels, "mammal"));
        Assert.Empty(ParentsOf(labels, "animal"));
        Assert.Empty(ParentsOf(labels, "crane"));
        Assert.Empty(ParentsOf(labels, "person"));
        Assert.Equal(20, Assert.Single(labels, static label => label.Name == "puppy").Confidence);
    }

    [Fact]
    public void Of_a_model_without_paths_gives_no_parents() =>
        Assert.All(
            LabelList.Of(Picture, new LabelTree(Picture, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), new LabelRules(new DetectLabelsRequest())),
            static label => Assert.Empty(label.Parents));

    [Theory]
    [InlineData(null, null, 3, "person,puppy,mammal")]
    [InlineData("Tabby,CAT", null, null, "tabby,cat")]
    [InlineData(null, "person,puppy", 2, "mammal,animal")]
    [InlineData("cat,tabby", "cat", null, "tabby")]
    public void Of_obeys_filters_and_then_the_number(string? included, string? excluded, int? maximum, string names)
    {
        var settings = new GeneralLabelsSettings(included?.Split(','), excluded?.Split(','), null, null);
        var labels = List(new DetectLabelsRequest { MaxLabels = maximum, Settings = new DetectLabelsSettings(settings, null) });
        Assert.Equal(names.Split(','), labels.Select(static label => label.Name));
    }

    private static IReadOnlyList<RekognitionLabel> List(DetectLabelsRequest request) =>
        LabelList.Of(Picture, new LabelTree(Picture, Paths), new LabelRules(request));

    private static IEnumerable<string> ParentsOf(IEnumerable<RekognitionLabel> labels, string name) =>
        Assert.Single(labels, label => label.Name == name).Parents.Select(static parent => parent.Name);

    private static (float Left, float Top, float Width, float Height) Corners(LabelInstance instance) =>
        (instance.BoundingBox.Left, instance.BoundingBox.Top, instance.BoundingBox.Width, instance.BoundingBox.Height);

    private static DetectedObject Thing(string name, float confidence, int x) => new(name, confidence, new BoundingBox(x, 20, 20, 30));
}
