using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

/// <summary>Several processes on one model repository.</summary>
public sealed class SharedRepositoryTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promotion_by_another_process_is_noticed_by_looking()
    {
        copy.AddVersion("2");
        await using var first = await EngineProcess.StartAsync(copy.Root);
        await using var second = await EngineProcess.StartAsync(copy.Root, looks: true);
        await first.Administration.PromoteAsync(Name, "1", Token);
        await Eventually.IsTrueAsync(async () => await second.LiveAsync(Name) == "1");
    }

    [Fact]
    public async Task Change_by_another_process_is_taken_over_when_it_is_told()
    {
        copy.AddVersion("2");
        await using var first = await EngineProcess.StartAsync(copy.Root);
        await using var second = await EngineProcess.StartAsync(copy.Root);
        var told = 0;
        first.Services.GetRequiredService<ModelChanges>().Made += (_, _) => told++;
        await first.Administration.PromoteAsync(Name, "1", Token);
        Assert.Equal(1, told);
        Assert.Equal("2", await second.LiveAsync(Name));
        await second.Services.GetRequiredService<ModelChanges>().RefreshAsync(Token);
        Assert.Equal("1", await second.LiveAsync(Name));
    }

    [Fact]
    public async Task Version_that_another_process_made_a_moment_ago_answers_when_it_is_named()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        copy.AddVersion("2");
        Assert.Equal("1", await engine.LiveAsync(Name));
        Assert.Equal("2", (await engine.AnalyzeAsync($"{Name}@2")).Model.Version);
    }

    [Fact]
    public async Task Version_whose_folder_is_gone_is_dropped_and_one_that_was_mended_is_loaded()
    {
        var second = copy.AddVersion("2");
        var third = copy.AddVersion("3");
        var onnx = Path.Combine(third, $"{Name}.onnx");
        var whole = await File.ReadAllBytesAsync(onnx, Token);
        await File.WriteAllBytesAsync(onnx, whole[..1000], Token);
        await using var engine = await EngineProcess.StartAsync(copy.Root, looks: true);
        Assert.Equal("2", await engine.LiveAsync(Name));
        Assert.Single(engine.Models.Failures);

        Directory.Delete(second, recursive: true);
        await Eventually.IsTrueAsync(async () => await engine.LiveAsync(Name) == "1");
        await File.WriteAllBytesAsync(onnx, whole, Token);
        await Eventually.IsTrueAsync(async () => await engine.LiveAsync(Name) == "3");
        Assert.Empty(engine.Models.Failures);
    }

    [Fact]
    public async Task Repository_that_is_away_for_a_moment_takes_no_model_with_it()
    {
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        var away = $"{copy.Root}-away";
        Directory.Move(copy.Root, away);
        await engine.Models.RefreshAsync(Token);
        Assert.Equal("1", (await engine.AnalyzeAsync(Name)).Model.Version);
        Directory.Move(away, copy.Root);
    }

    [Fact]
    public async Task Pointer_that_cannot_be_read_leaves_the_former_version_live_and_says_so()
    {
        copy.AddVersion("2");
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await engine.Administration.PromoteAsync(Name, "1", Token);
        await File.WriteAllTextAsync(Path.Combine(copy.Root, Name, "live.json"), "{", Token);
        await engine.Models.RefreshAsync(Token);
        Assert.Equal("1", await engine.LiveAsync(Name));
        Assert.Single(engine.Models.Failures);
    }

    [Fact]
    public async Task Pointer_to_a_version_that_cannot_be_loaded_makes_the_one_before_live()
    {
        copy.AddVersion("2");
        var third = copy.AddVersion("3");
        await using (var engine = await EngineProcess.StartAsync(copy.Root))
        {
            await engine.Administration.PromoteAsync(Name, "1", Token);
            await engine.Administration.PromoteAsync(Name, "3", Token);
        }

        File.Delete(Path.Combine(third, $"{Name}.onnx"));
        await using var restarted = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal("1", await restarted.LiveAsync(Name));
    }

    [Fact]
    public async Task Promotions_by_two_processes_at_once_lose_none_of_their_history()
    {
        copy.AddVersion("2");
        copy.AddVersion("3");
        await using var first = await EngineProcess.StartAsync(copy.Root);
        await using var second = await EngineProcess.StartAsync(copy.Root);
        await Task.WhenAll(first.Administration.PromoteAsync(Name, "1", Token), second.Administration.PromoteAsync(Name, "2", Token));
        var live = (await first.Administration.RollbackAsync(Name, Token)).Version;
        Assert.True(live is "1" or "2");
        Assert.Equal("3", (await second.Administration.RollbackAsync(Name, Token)).Version);
    }

    public void Dispose() => copy.Dispose();
}
