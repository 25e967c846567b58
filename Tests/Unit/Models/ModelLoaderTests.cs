using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ModelLoaderTests : IDisposable
{
    private readonly ModelCopy copy = new("efficientnet-lite0");

    [Fact]
    public async Task LoadAsync_of_an_untouched_version_gives_a_model_that_has_run()
    {
        using var model = await ModelLoader.LoadAsync(copy.Folder, TestContext.Current.CancellationToken);
        Assert.Equal(1000, model.Labels.Count);
        Assert.Equal(("efficientnet-lite0", "1"), (model.Reference.Name, model.Reference.Version));
    }

    [Fact]
    public async Task LoadAsync_of_a_swapped_file_says_that_the_digest_differs()
    {
        await File.AppendAllTextAsync(
            Path.Combine(copy.Folder, "efficientnet-lite0.onnx"), "x", TestContext.Current.CancellationToken);
        var exception = await FailAsync();
        Assert.Contains("SHA-256", exception.Message, StringComparison.Ordinal);
        Assert.Contains("efficientnet-lite0@1", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file", "../../secret.onnx")]
    [InlineData("file", "/etc/passwd")]
    [InlineData("labels", "..")]
    [InlineData("name", "other")]
    [InlineData("version", "2")]
    [InlineData("task", "divination")]
    public async Task LoadAsync_of_a_manifest_with_a_wrong_member_fails(string member, string value)
    {
        copy.Change(manifest => manifest[member] = value);
        await FailAsync();
    }

    [Fact]
    public async Task LoadAsync_of_a_manifest_with_an_unknown_member_names_it()
    {
        copy.Change(manifest => manifest["croppFraction"] = 0.5);
        var exception = await FailAsync();
        Assert.Contains("croppFraction", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.5)]
    public async Task LoadAsync_of_a_crop_outside_the_image_fails(double fraction)
    {
        copy.Change(manifest => manifest["preprocessing"]!["cropFraction"] = fraction);
        await FailAsync();
    }

    [Fact]
    public async Task LoadAsync_of_labels_that_do_not_fit_the_outputs_fails()
    {
        await File.WriteAllTextAsync(
            Path.Combine(copy.Folder, "imagenet-labels.tsv"), "one\ntwo\n", TestContext.Current.CancellationToken);
        await FailAsync();
    }

    [Fact]
    public async Task LoadAsync_without_the_model_file_fails()
    {
        File.Delete(Path.Combine(copy.Folder, "efficientnet-lite0.onnx"));
        await FailAsync();
    }

    public void Dispose() => copy.Dispose();

    private Task<ModelLoadException> FailAsync() => Assert.ThrowsAsync<ModelLoadException>(
        () => ModelLoader.LoadAsync(copy.Folder, TestContext.Current.CancellationToken));
}
