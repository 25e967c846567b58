namespace Vision.Labels;

/// <summary>
/// The classes of a classifier in the order of its logits, and the tree of broader terms above them. The file has one line a
/// class: identifier, name, synonyms (<c>|</c>) and hypernym path from general to specific (<c>|</c>), separated by tabs; the
/// last two may be missing.
/// </summary>
internal sealed class LabelSet
{
    private const char Column = '\t';
    private const char Separator = '|';

    private readonly LabelClass[] classes;

    private LabelSet(LabelClass[] classes)
    {
        this.classes = classes;
        Concepts = new ConceptTree(classes);
    }

    /// <summary>The classes of a model that has none.</summary>
    public static LabelSet Empty { get; } = new([]);

    public int Count => classes.Length;

    public ConceptTree Concepts { get; }

    public LabelClass this[int index] => classes[index];

    public static async Task<LabelSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return Parse(lines);
    }

    public static LabelSet Parse(IEnumerable<string> lines) =>
        new([.. lines.Where(line => line.Length > 0).Select(ParseLine)]);

    private static LabelClass ParseLine(string line)
    {
        var columns = line.Split(Column);
        return new LabelClass(
            columns[0],
            columns.Length > 1 ? columns[1] : columns[0],
            columns.Length > 3 ? columns[3].Split(Separator, StringSplitOptions.RemoveEmptyEntries) : []);
    }
}
