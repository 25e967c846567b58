using Contracts;
using Tests.Fixtures;
using Vision;
using Vision.Classifiers;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class TrainingSetTests
{
    private static readonly ClassifiersOptions Limits = new();

    [Fact]
    public async Task Read_of_a_written_set_gives_the_same_examples()
    {
        using var set = Write(Limits, ("blue", 0, 5), ("red", 5, 6));
        var examples = await ReadAsync(set.OpenRead(), Limits);
        Assert.Equal([("blue", 5), ("red", 6)], examples.GroupBy(example => example.Label).Select(group => (group.Key, group.Count())));
        Assert.Equal(Pictures(0, 11).Select(picture => ImageDigest.Of(picture)), examples.Select(example => example.Digest));
    }

    [Fact]
    public void Digest_of_the_same_examples_in_another_order_is_the_same()
    {
        using var one = Write(Limits, ("blue", 0, 5), ("red", 5, 5));
        using var other = Write(Limits, ("red", 5, 5), ("blue", 0, 5));
        using var swapped = Write(Limits, ("red", 0, 5), ("blue", 5, 5));
        Assert.Equal(one.Digest, other.Digest);
        Assert.NotEqual(one.Digest, swapped.Digest);
    }

    [Fact]
    public void Complete_counts_a_picture_that_came_twice_once()
    {
        var problem = Assert.Throws<ProblemException>(() => Write(Limits, ("blue", 0, 4), ("blue", 3, 1), ("red", 5, 5)));
        Assert.Equal(["Class 'blue' has 4 different pictures; 5 are needed at least."], problem.Errors!["examples"]);
    }

    [Fact]
    public void Complete_of_too_few_tells_which_class_has_how_many()
    {
        var problem = Assert.Throws<ProblemException>(() => Write(Limits, ("blue", 0, 2)));
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        Assert.Equal(
            ["There are 1 classes; 2 are needed at least.", "Class 'blue' has 2 different pictures; 5 are needed at least."],
            problem.Errors!["examples"]);
    }

    [Fact]
    public void Add_of_one_picture_under_two_labels_is_refused()
    {
        var problem = Assert.Throws<ProblemException>(() => Write(Limits, ("blue", 0, 5), ("red", 4, 5)));
        Assert.Equal("The same picture stands under 'blue' and 'red'.", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" red")]
    [InlineData("red ")]
    [InlineData("re\td")]
    [InlineData("../red")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Add_under_a_name_that_is_none_is_refused(string label) =>
        Assert.Equal(ErrorCodes.InvalidRequest, Assert.Throws<ProblemException>(() => Write(Limits, (label, 0, 1))).Code);

    [Fact]
    public void Add_beyond_a_limit_is_refused()
    {
        Assert.Equal(ErrorCodes.ImageTooLarge, Assert.Throws<ProblemException>(
            () => Write(new ClassifiersOptions { MaximumBytes = 100 }, ("blue", 0, 5))).Code);
        Assert.Equal(ErrorCodes.InvalidRequest, Assert.Throws<ProblemException>(
            () => Write(new ClassifiersOptions { MaximumExamples = 4 }, ("blue", 0, 5))).Code);
        Assert.Equal(ErrorCodes.InvalidRequest, Assert.Throws<ProblemException>(
            () => Write(new ClassifiersOptions { MaximumClasses = 2 }, ("a", 0, 1), ("b", 1, 1), ("c", 2, 1))).Code);
    }

    [Fact]
    public async Task Read_of_a_broken_set_is_refused_wherever_it_is_broken()
    {
        using var set = Write(Limits, ("blue", 0, 5), ("red", 5, 5));
        var bytes = new byte[set.Length];
        await set.OpenRead().ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var broken = bytes[..(i % 3 == 0 ? random.Next(bytes.Length) : bytes.Length)];
            if (i % 3 != 0)
            {
                broken[random.Next(i % 3 == 1 ? 64 : bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            // A picture that was altered may still be one; anything else is refused, and nothing ends in another way.
            var refusal = await Record.ExceptionAsync(() => ReadAsync(new MemoryStream(broken), Limits));
            Assert.True(refusal is ProblemException || (refusal is null && i % 3 != 0), $"{i}: {refusal}");
        }
    }

    private static IEnumerable<byte[]> Pictures(int first, int count) =>
        Enumerable.Range(first, count).Select(number => PngFile.WithSize((uint)number + 1, 1));

    private static TrainingSet Write(ClassifiersOptions limits, params (string Label, int First, int Count)[] classes)
    {
        using var writer = new TrainingSetWriter(limits);
        foreach (var (label, first, count) in classes)
        {
            foreach (var picture in Pictures(first, count))
            {
                writer.Add(label, Photo.Encoded(picture));
            }
        }

        return writer.Complete();
    }

    private static async Task<List<(string Label, string Digest)>> ReadAsync(Stream source, ClassifiersOptions limits)
    {
        var found = new List<(string, string)>();
        await foreach (var example in new TrainingSetReader(source, limits).ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add((example.Label, example.Image.Digest));
        }

        return found;
    }
}
