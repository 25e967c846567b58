using Contracts;

namespace Vision.Classifiers;

/// <summary>
/// Which pictures belong to which class. Of pictures with the same bytes one counts: otherwise one could be learned from and tested
/// on at the same time.
/// </summary>
internal sealed class ExampleCensus(ClassifiersOptions limits)
{
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long bytes;

    /// <summary>Number of different pictures.</summary>
    public int Count => labels.Count;

    /// <summary>The classes in the order of their names, each with its number of pictures.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The digests of the pictures.</summary>
    public IEnumerable<string> Digests => labels.Keys;

    /// <summary>Counts a picture.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="image">The picture.</param>
    /// <returns>False if it has been counted already.</returns>
    /// <exception cref="ProblemException">The name of the class is none, the picture stands under two, or there are too many.</exception>
    public bool Add(string label, EncodedImage image)
    {
        if (!ClassifierName.IsValidLabel(label))
        {
            throw Invalid("A label takes 1 to 64 letters, digits, '-', '_' and spaces, with no space at either end.");
        }

        if (labels.TryGetValue(image.Digest, out var known))
        {
            return known == label ? false : throw Invalid($"The same picture stands under '{known}' and '{label}'.");
        }

        bytes += image.Bytes.Length;
        if (bytes > limits.MaximumBytes)
        {
            throw new ProblemException(ErrorCodes.ImageTooLarge, $"The pictures of one classifier may have {limits.MaximumBytes} bytes in all.");
        }

        labels.Add(image.Digest, label);
        counts[label] = counts.GetValueOrDefault(label) + 1;
        return Count > limits.MaximumExamples ? throw Invalid($"At most {limits.MaximumExamples} pictures are taken.")
            : counts.Count > limits.MaximumClasses ? throw Invalid($"At most {limits.MaximumClasses} classes are taken.")
            : true;
    }

    /// <summary>Checks that there is enough to learn from.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>, with every class that has too few pictures.</exception>
    public void Check()
    {
        var errors = counts.Where(static item => item.Value < ClassifiersOptions.MinimumExamplesPerClass)
            .Select(static item => $"Class '{item.Key}' has {item.Value} different pictures; "
                + $"{ClassifiersOptions.MinimumExamplesPerClass} are needed at least.").ToList();
        if (counts.Count < ClassifiersOptions.MinimumClasses)
        {
            errors.Insert(0, $"There are {counts.Count} classes; {ClassifiersOptions.MinimumClasses} are needed at least.");
        }

        if (errors.Count > 0)
        {
            throw Invalid([.. errors]);
        }
    }

    /// <summary>Identifies the whole: SHA-256 over a line <c>label TAB digest LF</c> of each picture, sorted by their characters.</summary>
    public string Digest() => ImageDigest.Of(System.Text.Encoding.UTF8.GetBytes(string.Concat(
        labels.Select(static item => $"{item.Value}\t{item.Key}\n").Order(StringComparer.Ordinal))));

    private static ProblemException Invalid(params string[] messages) => new(ErrorCodes.InvalidRequest, messages[0])
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["examples"] = messages },
    };
}
