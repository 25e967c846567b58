using Contracts;
using Vision.Captions.Local;
using Xunit;

namespace Tests.Unit.Captions;

public sealed class LocalSentenceTests
{
    private static readonly BoundingBox Box = new(0, 0, 1, 1);

    private static readonly Contracts.Analysis Nothing = new()
    {
        Digest = "sha256:0",
        Image = new ImageReport { Format = "jpeg", Width = 1, Height = 1, Bytes = 1, Orientation = 1, Frames = 1, HasAlpha = false, Warnings = [] },
        Model = new ModelReference("m", "1"),
    };

    [Theory]
    [InlineData("espresso", 0.9, "A picture of an espresso.")]
    [InlineData("unicycle", 0.9, "A picture of a unicycle.")]
    [InlineData("hourglass", 0.9, "A picture of an hourglass.")]
    [InlineData("sunglasses", 0.9, "A picture of sunglasses.")]
    [InlineData("crane (lifting device)", 0.7, "A picture of a crane.")]
    [InlineData("palace", 0.37, "A picture of what looks like a palace.")]
    [InlineData("bubble", 0.29, "A picture; nothing in it is recognised with certainty.")]
    public void Of_a_class_says_how_sure_it_is(string name, float confidence, string expected) =>
        Assert.Equal(expected, LocalSentence.Of(Nothing with { Labels = [Class(name, confidence)] }));

    [Theory]
    [InlineData(0.54f, 0.81f, "A picture of a domestic cat, possibly an Egyptian cat.")]
    [InlineData(0.35f, 0.62f, "A picture of a domestic cat.")]
    [InlineData(0.1f, 0.81f, "A picture of a domestic cat.")]
    [InlineData(0.1f, 0.55f, "A picture of what looks like a domestic cat.")]
    public void Of_a_concept_that_is_surer_than_its_classes_says_that(float label, float concept, string expected) => Assert.Equal(
        expected,
        LocalSentence.Of(Nothing with { Labels = [Class("Egyptian cat", label)], Concepts = [new("domestic cat", concept), new("entity", 0.99f)] }));

    [Fact]
    public void Of_concepts_that_say_nothing_says_nothing() => Assert.Equal(
        "A picture; nothing in it is recognised with certainty.",
        LocalSentence.Of(Nothing with { Labels = [Class("web site", 0.1f)], Concepts = [new("artifact", 0.8f), new("entity", 0.99f)] }));

    [Fact]
    public void Of_a_class_of_ones_own_quotes_it() => Assert.Equal(
        "A picture of something of the class \"red\".", LocalSentence.Of(Nothing with { Labels = [new Label("red", "red", 0.95f)] }));

    [Theory]
    [InlineData(1, 0, "A picture of a palace with a person.")]
    [InlineData(2, 1, "A picture of a palace with two people.")]
    [InlineData(0, 3, "A picture of a palace with three people.")]
    [InlineData(12, 0, "A picture of a palace with many people.")]
    public void Of_people_counts_them(int persons, int faces, string expected) => Assert.Equal(expected, LocalSentence.Of(Nothing with
    {
        Labels = [Class("palace", 0.9f)],
        Objects = [.. Enumerable.Repeat(new DetectedObject("person", 0.8f, Box), persons)],
        Faces = Faces(faces),
    }));

    [Fact]
    public void Of_an_animal_with_a_doubtful_person_does_not_tell_of_one() => Assert.Equal("A picture of a tabby.", LocalSentence.Of(Nothing with
    {
        Labels = [Class("tabby", 0.9f)],
        Concepts = [new("domestic cat", 0.95f), new("animal", 0.97f)],
        Objects = [new("person", 0.7f, Box), new("cat", 0.5f, Box), new("dog", 0.41f, Box)],
    }));

    [Fact]
    public void Of_an_animal_with_somebody_whom_both_detectors_see_tells_of_them() => Assert.Equal("A picture of a tabby with a person.", LocalSentence.Of(Nothing with
    {
        Labels = [Class("tabby", 0.9f)],
        Concepts = [new("animal", 0.97f)],
        Objects = [new("person", 0.7f, Box)],
        Faces = Faces(1),
    }));

    [Fact]
    public void Of_things_without_a_class_lists_them() => Assert.Equal("A picture of a person, two buses, an umbrella and what looks like a palace.", LocalSentence.Of(Nothing with
    {
        Labels = [Class("palace", 0.4f)],
        Objects = [.. Sure("person", "bus", "umbrella", "bus"), new("cat", 0.59f, Box)],
    }));

    [Fact]
    public void Of_a_thing_that_is_the_subject_does_not_tell_it_twice() => Assert.Equal("A picture of a coffee cup with a spoon.", LocalSentence.Of(Nothing with
    {
        Labels = [Class("coffee cup", 0.9f)],
        Objects = Sure("cup", "spoon"),
    }));

    [Theory]
    [InlineData("A mostly brown picture", "#8b5a2b", 0.7f, "#ffffff", 0.1f)]
    [InlineData("A mostly brown and white picture", "#8b5a2b", 0.4f, "#ffffff", 0.3f)]
    [InlineData("A picture", "#8b5a2b", 0.3f, "#ffffff", 0.1f)]
    [InlineData("A mostly orange picture", "#ff8800", 0.3f, "#ee7700", 0.3f)]
    public void Of_colours_alone_is_honest(string start, string first, float firstShare, string second, float secondShare) => Assert.Equal(
        $"{start}; nothing in it is recognised with certainty.",
        LocalSentence.Of(Nothing with { Colors = [new(first, firstShare), new(second, secondShare)] }));

    [Fact]
    public void Of_text_quotes_its_beginning() => Assert.Equal(
        "A mostly white picture with the text \"ACME Hardware Store …\"; nothing else in it is recognised with certainty.",
        LocalSentence.Of(Nothing with
        {
            Labels = [Class("web site", 0.06f)],
            Colors = [new("#fefefe", 0.9f)],
            Text = new RecognizedText([Line("?!", 0.99f), Line("AGME", 0.5f), Line("ACME Hardware Store", 0.98f), Line("TOTAL", 0.97f)]),
        }));

    [Theory]
    [InlineData("STOP", 0.95f, "A picture of a palace, with the text \"STOP\".")]
    [InlineData("STOP", 0.85f, "A picture of a palace.")]
    [InlineData("12.40", 0.95f, "A picture of a palace.")]
    [InlineData("say \"no\"\u0007 now", 0.95f, "A picture of a palace, with the text \"say 'no' now\".")]
    [InlineData("one two three four five six seven eight nine ten", 0.95f, "A picture of a palace, with the text \"one two three four five six seven eight…\".")]
    public void Of_text_beside_a_class_quotes_what_was_read_with_confidence(string text, float confidence, string expected) => Assert.Equal(
        expected, LocalSentence.Of(Nothing with { Labels = [Class("palace", 0.9f)], Text = new RecognizedText([Line(text, confidence)]) }));

    private static Label Class(string name, float confidence) => new("n01234567", name, confidence);

    private static TextLine Line(string text, float confidence) => new(text, confidence, []);

    private static List<DetectedObject> Sure(params string[] names) => [.. names.Select(static name => new DetectedObject(name, 0.8f, Box))];

    private static List<Face> Faces(int count) => [.. Enumerable.Repeat(
        new Face(0.9f, Box, new FaceLandmarks(default, default, default, default, default, default)), count)];
}
