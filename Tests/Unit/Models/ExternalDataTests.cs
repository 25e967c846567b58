using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

/// <summary>A model file that asks for other files gets none: only what its manifest lists by digest is read.</summary>
public sealed class ExternalDataTests : IDisposable
{
    private const string Weights = "weights.bin";

    private readonly ModelCopy copy = new("efficientnet-lite0");

    [Fact]
    public async Task LoadAsync_of_weights_inside_the_file_gives_a_model()
    {
        copy.Replace(OnnxFile.WithWeightsInside());
        using var model = await ModelLoader.LoadAsync(copy.Folder, TestContext.Current.CancellationToken);
        Assert.Equal(1000, model.Labels.Count);
    }

    [Theory]
    [InlineData("in its folder")]
    [InlineData("above its folder")]
    [InlineData("anywhere")]
    [InlineData("where the process runs")]
    public async Task LoadAsync_of_weights_in_another_file_fails(string place)
    {
        var folder = place == "in its folder" ? copy.Folder : copy.Root;
        var path = Path.Combine(folder, Weights);
        await File.WriteAllBytesAsync(path, new byte[4000], TestContext.Current.CancellationToken);
        copy.Replace(OnnxFile.WithWeightsAt(place switch
        {
            "in its folder" => Weights,
            "above its folder" => Path.GetRelativePath(copy.Folder, path),
            "anywhere" => path,
            _ => Path.GetRelativePath(Directory.GetCurrentDirectory(), path),
        }));
        var exception = await Assert.ThrowsAsync<ModelLoadException>(
            () => ModelLoader.LoadAsync(copy.Folder, TestContext.Current.CancellationToken));
        Assert.Contains("efficientnet-lite0@1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_of_weights_in_a_file_of_the_working_folder_fails()
    {
        var name = $"{Guid.NewGuid():N}.bin";
        await File.WriteAllBytesAsync(name, new byte[4000], TestContext.Current.CancellationToken);
        try
        {
            copy.Replace(OnnxFile.WithWeightsAt(name));
            await Assert.ThrowsAsync<ModelLoadException>(
                () => ModelLoader.LoadAsync(copy.Folder, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(name);
        }
    }

    public void Dispose() => copy.Dispose();
}
