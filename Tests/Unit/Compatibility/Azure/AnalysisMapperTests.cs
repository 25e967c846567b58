using ApiService.Compatibility.Azure.Mapping;
using ApiService.Compatibility.Azure.Parameters;
using ApiService.Compatibility.Azure.Results;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Azure;

/// <summary>Analyses in the words of Azure.</summary>
public sealed class AnalysisMapperTests
{
    private static readonly BoundingBox Box = new(10, 20, 30, 40);

    private static readonly PixelPoint[] Corners = [new(1, 2), new(9, 2), new(9, 5), new(1, 5)];

    private static readonly Contracts.Analysis Empty = new()
    {
        Digest = "sha256:0",
        Image = new ImageReport
        {
            Format = "png",
            Width = 300,
            Height = 200,
            Bytes = 1,
            Orientation = 1,
            Frames = 1,
            HasAlpha = false,
            Warnings = [],
        },
        Model = new ModelReference("own", "7"),
    };

    [Fact]
    public void The_model_is_that_of_the_engine_and_the_size_that_of_the_image()
    {
        var result = Map(Empty with { Labels = [] }, VisualFeatures.Tags);
        Assert.Equal(("own@7", new ImageMetadata(300, 200)), (result.ModelVersion, result.Metadata));
        Assert.Empty(result.TagsResult!.Values);
    }

    [Fact]
    public void Tags_are_classes_and_terms_above_them_each_name_once_and_none_that_is_unlikely()
    {
        var analysis = Empty with
        {
            Labels = [new Label("n1", "tabby", 0.5f), new Label("n2", "cat", 0.2f), new Label("n3", "plate", 0.09f)],
            Concepts = [new Concept("cat", 0.8f), new Concept("animal", 0.9f)],
        };
        Assert.Equal(
            [new DetectedTag("animal", 0.9f), new DetectedTag("cat", 0.8f), new DetectedTag("tabby", 0.5f)],
            Map(analysis, VisualFeatures.Tags).TagsResult!.Values);
    }

    [Fact]
    public void People_are_the_objects_that_are_persons()
    {
        var analysis = Empty with { Objects = [new DetectedObject("dog", 0.9f, Box), new DetectedObject("person", 0.7f, Box)] };
        var result = Map(analysis, VisualFeatures.Objects | VisualFeatures.People);
        Assert.Equal(new PersonRegion(new ImageBoundingBox(10, 20, 30, 40), 0.7f), Assert.Single(result.PeopleResult!.Values));
        Assert.Equal(["dog", "person"], result.ObjectsResult!.Values.Select(static thing => Assert.Single(thing.Tags).Name));
    }

    [Fact]
    public void A_caption_has_no_confidence_and_the_only_dense_one_is_of_the_whole_image()
    {
        var result = Map(Empty with { Caption = new Caption("A dog.", "local") }, VisualFeatures.Caption | VisualFeatures.DenseCaptions);
        Assert.Equal(new CaptionResult("A dog.", 0), result.CaptionResult);
        Assert.Equal(new DenseCaption("A dog.", 0, new ImageBoundingBox(0, 0, 300, 200)), Assert.Single(result.DenseCaptionsResult!.Values));
    }

    [Fact]
    public void All_lines_are_in_one_block_with_their_words()
    {
        var word = new TextWord("Hello", 0.8f, Corners, Symbols: null);
        var line = new TextLine("Hello you", 0.9f, Corners) { Words = [word, word with { Text = "you", Confidence = 0.7f }] };
        var block = Assert.Single(Map(Empty with { Text = new RecognizedText([line, line]) }, VisualFeatures.Read).ReadResult!.Blocks);
        Assert.Equal(["Hello you", "Hello you"], block.Lines.Select(static read => read.Text));
        Assert.Equal([("Hello", 0.8f), ("you", 0.7f)], block.Lines[0].Words.Select(static read => (read.Text, read.Confidence)));
        Assert.Equal([new ImagePoint(1, 2), new ImagePoint(9, 2), new ImagePoint(9, 5), new ImagePoint(1, 5)], block.Lines[0].BoundingPolygon);
        Assert.Equal(block.Lines[0].BoundingPolygon, block.Lines[0].Words[0].BoundingPolygon);
    }

    [Fact]
    public void Without_text_there_is_no_block() =>
        Assert.Empty(Map(Empty with { Text = new RecognizedText([]) }, VisualFeatures.Read).ReadResult!.Blocks);

    [Fact]
    public void A_crop_tells_the_shape_that_was_asked_for()
    {
        var analysis = Empty with { Objects = [], Faces = [] };
        var result = AnalysisMapper.Map(analysis, new AnalyzeParameters(VisualFeatures.SmartCrops, [1, 0.75]));
        Assert.Equal(
            [new ThumbnailRegion(1, new ImageBoundingBox(50, 0, 200, 200)), new ThumbnailRegion(0.75, new ImageBoundingBox(75, 0, 150, 200))],
            result.SmartCropsResult!.Values);
    }

    [Fact]
    public void A_crop_of_no_certain_shape_tells_its_own() =>
        Assert.Equal(
            new ThumbnailRegion(1.5, new ImageBoundingBox(0, 0, 300, 200)),
            Assert.Single(Map(Empty with { Objects = [], Faces = [] }, VisualFeatures.SmartCrops).SmartCropsResult!.Values));

    private static ImageAnalysisResult Map(Contracts.Analysis analysis, VisualFeatures features) =>
        AnalysisMapper.Map(analysis, new AnalyzeParameters(features, []));
}
