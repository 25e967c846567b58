using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ModelFoldersTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("folders-").FullName;

    [Fact]
    public void Locate_of_a_relative_path_looks_in_the_folders_above()
    {
        var service = Directory.CreateDirectory(Path.Combine(root, "Service", "deep")).FullName;
        var models = Directory.CreateDirectory(Path.Combine(root, "my-models")).FullName;
        Assert.Equal(models, ModelFolders.Locate("my-models", service));
    }

    [Fact]
    public void Locate_of_a_missing_path_names_the_place_in_the_content_root() =>
        Assert.Equal(Path.Combine(root, "no-such-models"), ModelFolders.Locate("no-such-models", root));

    [Fact]
    public void Versions_of_a_missing_repository_are_none() =>
        Assert.Empty(ModelFolders.Versions(Path.Combine(root, "no-such-models")));

    [Theory]
    [InlineData("2", "10", -1)]
    [InlineData("10", "10", 0)]
    [InlineData("10", "beta", -1)]
    [InlineData("b", "a", 1)]
    public void Compare_of_versions_orders_numbers_by_value(string first, string second, int expected) =>
        Assert.Equal(expected, Math.Sign(VersionOrder.Instance.Compare(first, second)));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
