using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ModelLifecycleTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);

    public ModelLifecycleTests() => copy.AddVersion("2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_without_a_pointer_makes_the_highest_version_live()
    {
        copy.AddVersion("10");
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal("10", await engine.LiveAsync(Name));
        Assert.Equal("2", (await engine.Administration.RollbackAsync(Name, Token)).Version);
    }

    [Fact]
    public async Task PromoteAsync_switches_here_and_survives_a_restart()
    {
        await using (var engine = await EngineProcess.StartAsync(copy.Root))
        {
            var model = await engine.Administration.PromoteAsync(Name, "1", Token);
            Assert.Equal("1", model.Version);
            Assert.Equal(["1"], model.Versions.Where(version => version.Live).Select(version => version.Version));
            Assert.Equal("1", (await engine.AnalyzeAsync(Name)).Model.Version);
            Assert.Equal("2", (await engine.AnalyzeAsync($"{Name}@2")).Model.Version);
        }

        await using var restarted = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal("1", await restarted.LiveAsync(Name));
    }

    [Fact]
    public async Task PromoteAsync_of_a_version_that_is_broken_leaves_the_former_one_live()
    {
        var folder = copy.AddVersion("3");
        await File.AppendAllTextAsync(Path.Combine(folder, $"{Name}.onnx"), "x", Token);
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        var problem = await FailAsync(() => engine.Administration.PromoteAsync(Name, "3", Token));
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        Assert.DoesNotContain(copy.Root, problem.Message, StringComparison.Ordinal);
        Assert.Equal("2", await engine.LiveAsync(Name));
    }

    [Theory]
    [InlineData(Name, "7")]
    [InlineData("no-such-model", "1")]
    [InlineData("..", "1")]
    [InlineData(Name, "../efficientnet-lite0/1")]
    public async Task PromoteAsync_of_a_version_that_is_not_there_is_model_not_found(string name, string version)
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal(ErrorCodes.ModelNotFound, (await FailAsync(() => engine.Administration.PromoteAsync(name, version, Token))).Code);
        Assert.Equal(ErrorCodes.ModelNotFound, (await FailAsync(() => engine.Administration.DeleteAsync(name, version, Token))).Code);
    }

    [Fact]
    public async Task RollbackAsync_goes_back_step_by_step_and_then_says_that_there_is_none()
    {
        copy.AddVersion("3");
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await engine.Administration.PromoteAsync(Name, "1", Token);
        await engine.Administration.PromoteAsync(Name, "2", Token);
        Assert.Equal("1", (await engine.Administration.RollbackAsync(Name, Token)).Version);
        Assert.Equal("3", (await engine.Administration.RollbackAsync(Name, Token)).Version);
        var problem = await FailAsync(() => engine.Administration.RollbackAsync(Name, Token));
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        Assert.Equal("3", await engine.LiveAsync(Name));
    }

    [Fact]
    public async Task RollbackAsync_passes_over_a_version_that_was_deleted()
    {
        copy.AddVersion("3");
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await engine.Administration.PromoteAsync(Name, "2", Token);
        await engine.Administration.PromoteAsync(Name, "1", Token);
        await engine.Administration.DeleteAsync(Name, "2", Token);
        Assert.Equal("3", (await engine.Administration.RollbackAsync(Name, Token)).Version);
    }

    [Fact]
    public async Task DeleteAsync_of_the_live_version_is_version_live()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal(ErrorCodes.VersionLive, (await FailAsync(() => engine.Administration.DeleteAsync(Name, "2", Token))).Code);
        await engine.AnalyzeAsync($"{Name}@2");
    }

    [Fact]
    public async Task DeleteAsync_removes_a_version_for_good()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await engine.Administration.DeleteAsync(Name, "1", Token);
        Assert.Equal(ErrorCodes.ModelNotFound, (await FailAsync(() => engine.AnalyzeAsync($"{Name}@1"))).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(copy.Folder));
        Assert.Empty(engine.Models.Failures);
    }

    [Fact]
    public async Task DeleteAsync_of_a_version_in_use_frees_it_when_the_last_use_ends()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        using var pixels = new Vision.Decoding.PixelBuffer(224, 224);
        var early = engine.Models.Use();
        var model = early.Models.Find($"{Name}@1");
        await engine.Administration.DeleteAsync(Name, "1", Token);
        await engine.Administration.PromoteAsync(Name, "2", Token);
        using (engine.Models.Use())
        {
            Assert.Equal(1000, model.Classifier.Classify(pixels).Probabilities.Length);
        }

        Assert.Equal(1000, model.Classifier.Classify(pixels).Probabilities.Length);
        early.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.Classifier.Classify(pixels));
    }

    public void Dispose() => copy.Dispose();

    private static Task<ProblemException> FailAsync(Func<Task> change) => Assert.ThrowsAsync<ProblemException>(change);
}
