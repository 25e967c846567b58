using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ModelInstallerTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InstallAsync_of_a_new_model_has_no_live_version_before_it_is_promoted()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        var reference = await InstallAsync(engine, "pets");
        Assert.Equal(new ModelReference("pets", "1"), reference);
        Assert.Null(await engine.LiveAsync("pets"));
        var problem = await Assert.ThrowsAsync<ProblemException>(() => engine.AnalyzeAsync("pets"));
        Assert.Equal(ErrorCodes.ModelNotFound, problem.Code);
        Assert.Equal(reference, (await engine.AnalyzeAsync("pets@1")).Model);

        await engine.Administration.PromoteAsync("pets", "1", Token);
        Assert.Equal(reference, (await engine.AnalyzeAsync("pets")).Model);
        var none = await Assert.ThrowsAsync<ProblemException>(() => engine.Administration.RollbackAsync("pets", Token));
        Assert.Equal(ErrorCodes.InvalidRequest, none.Code);
    }

    [Fact]
    public async Task InstallAsync_of_another_version_leaves_the_live_one_live()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal("2", (await InstallAsync(engine, Name)).Version);
        Assert.Equal("1", await engine.LiveAsync(Name));
    }

    [Fact]
    public async Task InstallAsync_after_a_deletion_gives_no_number_again()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await InstallAsync(engine, "pets");
        await engine.Administration.DeleteAsync("pets", "1", Token);
        Assert.Equal("2", (await InstallAsync(engine, "pets")).Version);
    }

    [Fact]
    public async Task InstallAsync_by_two_processes_at_once_gives_each_its_own_number()
    {
        await using var first = await EngineProcess.StartAsync(copy.Root);
        await using var second = await EngineProcess.StartAsync(copy.Root);
        var installed = await Task.WhenAll(InstallAsync(first, "pets"), InstallAsync(second, "pets"), InstallAsync(first, "pets"));
        Assert.Equal(["1", "2", "3"], installed.Select(reference => reference.Version).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task InstallAsync_of_what_cannot_be_loaded_keeps_nothing()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        var problem = await Assert.ThrowsAsync<ProblemException>(
            () => InstallAsync(engine, Name, folder => File.WriteAllText(Path.Combine(folder, $"{Name}.onnx"), "x")));
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        await engine.Models.RefreshAsync(Token);
        Assert.Empty(engine.Models.Failures);
        Assert.Single(ModelFolders.Versions(copy.Root));
    }

    public void Dispose() => copy.Dispose();

    private async Task<ModelReference> InstallAsync(EngineProcess engine, string name, Action<string>? change = null)
    {
        var installer = engine.Services.GetRequiredService<ModelInstaller>();
        var staged = Directory.CreateDirectory(installer.Stage()).FullName;
        foreach (var file in Directory.EnumerateFiles(copy.Folder))
        {
            File.Copy(file, Path.Combine(staged, Path.GetFileName(file)));
        }

        change?.Invoke(staged);
        return await installer.InstallAsync(name, staged, Token);
    }
}
