extern alias Inference;

using System.Net.Http.Json;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Inference;

/// <summary>A newer version that may not be loaded leaves the former one live.</summary>
public sealed class FormerVersionTests
{
    [Theory]
    [InlineData("swapped")]
    [InlineData("drawing in another file")]
    public async Task Start_with_a_newer_version_that_is_refused_serves_the_former_one_and_says_so(string fault)
    {
        using var models = new ModelCopy("efficientnet-lite0");
        var newer = models.AddVersion("2");
        if (fault == "swapped")
        {
            await File.AppendAllTextAsync(Path.Combine(newer, "efficientnet-lite0.onnx"), "x", TestContext.Current.CancellationToken);
        }
        else
        {
            await File.WriteAllBytesAsync(Path.Combine(models.Root, "secret.bin"), new byte[4000], TestContext.Current.CancellationToken);
            models.Replace(OnnxFile.WithWeightsAt("../../secret.bin"), newer);
        }

        await using var service = new RunningService<InferenceProgram>(host => host.UseSetting("Models:Path", models.Root));
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var health = await service.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("1 model versions could not be loaded", health, StringComparison.Ordinal);
        Assert.DoesNotContain(models.Root, health, StringComparison.Ordinal);
        using var response = await service.Client.PostAsync(
            "/v1/analyze?model=efficientnet-lite0", Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
        var analysis = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        Assert.Equal("1", analysis!.Model.Version);
    }
}
