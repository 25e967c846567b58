using Tests.Api.Classifiers;

namespace Tests.Web;

/// <summary>A folder of folders, one a class, as people keep their pictures.</summary>
internal sealed class TrainingFolder : IDisposable
{
    public TrainingFolder(IEnumerable<(string Label, byte[] Picture)> examples)
    {
        foreach (var (label, pictures) in examples.GroupBy(static example => example.Label, static example => example.Picture).Select(static group => (group.Key, group)))
        {
            Directory.CreateDirectory(FolderOf(label));
            foreach (var (number, picture) in pictures.Index())
            {
                File.WriteAllBytes(Path.Combine(FolderOf(label), $"{number}.{(picture[0] == 0xFF ? "jpg" : "png")}"), picture);
            }
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("training-").FullName;

    /// <summary>Two classes that are told apart with ease.</summary>
    public static TrainingFolder Drinks() => new(ClassifierRequests.Drinks());

    /// <summary>So much that it is not done before the test is.</summary>
    public static TrainingFolder Many() => new(ClassifierRequests.Many(perClass: 400));

    /// <summary>The pictures of a class.</summary>
    public IEnumerable<string> FilesOf(string label) => Directory.EnumerateFiles(FolderOf(label)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string FolderOf(string label) => Path.Combine(Root, label);
}
