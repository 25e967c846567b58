using Tests.Fixtures;
using Vision.Models;
using Vision.Models.Manifests;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ShippedModelsTests
{
    public static TheoryData<string> Versions =>
        [.. ModelFolders.Versions(Repository.Models).Select(folder => Path.GetRelativePath(Repository.Models, folder))];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task ReadAsync_of_a_shipped_version_has_licence_and_source(string version)
    {
        var folder = Path.Combine(Repository.Models, version);
        var manifest = await ManifestReader.ReadAsync(folder, TestContext.Current.CancellationToken);
        Assert.NotEmpty(manifest.Source);
        Assert.True(File.Exists(Path.Combine(folder, $"LICENSE-{manifest.Licence}.txt")), "The licence text lies beside the model.");
        Assert.True(manifest.Task != ModelTask.Classification || manifest.Accuracy is { Top1: > 0.5 and < 1 });
    }
}
