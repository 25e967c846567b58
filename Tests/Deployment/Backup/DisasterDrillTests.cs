using System.Net.Http.Headers;
using System.Text.Json;
using Contracts;
using Tests.Api;
using Tests.Api.Classifiers;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>Everything is lost, and brought back from the backup alone.</summary>
public sealed class DisasterDrillTests
{
    private static readonly byte[] Picture = PhotoVariants.Of("coffee.jpg", 1, first: 50)[0];

    [Fact]
    public async Task Restore_after_the_loss_of_everything_brings_back_every_file_answer_and_job()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var site = await BackupSite.StartAsync(models: models.Root);
        string job, result;
        Analysis answer;
        await using (var service = await StartAsync(site))
        {
            var training = await service.Client.StartTrainingAsync(ClassifierRequests.Form("drinks", ClassifierRequests.Drinks()));
            Assert.True((await service.Client.ResultAsync(training.Id)).Promoted);
            var analysis = await service.Client.StartAsync(Picture, "?model=drinks");
            Assert.Equal(JobStatus.Succeeded, (await service.Client.FinishAsync(analysis.Id)).Status);
            job = $"/api/jobs/{analysis.Id}";
            result = await service.Client.GetStringAsync(job, TestContext.Current.CancellationToken);
            answer = await AnalyzeAsync(service.Client);
            await site.BackUpAsync();
        }

        var (keptModels, keptConfiguration) = (FolderContents.Of(site.Models), FolderContents.Of(site.Configuration));
        Assert.Contains(keptModels, static line => line.StartsWith("drinks/1/head.bin ", StringComparison.Ordinal));
        await LoseAsync(site);
        await RestoreAsync(site);
        Assert.Equal(keptModels, FolderContents.Of(site.Models));
        Assert.Equal(keptConfiguration, FolderContents.Of(site.Configuration));

        await site.Redis.StartAsync(appendOnly: true);
        await using var again = await StartAsync(site);
        Assert.Equal(result, await again.Client.GetStringAsync(job, TestContext.Current.CancellationToken));
        var sameAnswer = await AnalyzeAsync(again.Client);
        Assert.Equal(new ModelReference("drinks", "1"), sameAnswer.Model);
        Assert.Equal(Serialize(answer.Labels), Serialize(sameAnswer.Labels));
        Assert.Equal(Serialize(answer.Embedding), Serialize(sameAnswer.Embedding));
    }

    private static Task<RunningService<ApiService.Inference.InferenceOptions>> StartAsync(BackupSite site) =>
        ClassifierProcess.StartAsync(site.Models, ("ConnectionStrings:cache", site.Redis.ConnectionString));

    /// <summary>Asks for an answer that is computed, and not one that Redis has kept.</summary>
    private static Task<Analysis> AnalyzeAsync(HttpClient client)
    {
        client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };
        return client.AnalyzeAsync(Requests.Raw(Picture), "?model=drinks&features=labels,embedding");
    }

    private static async Task LoseAsync(BackupSite site)
    {
        await site.Redis.LoseAsync();
        Directory.Delete(site.Configuration, recursive: true);
        foreach (var model in Directory.EnumerateDirectories(site.Models))
        {
            Directory.Delete(model, recursive: true);
        }

        Assert.Empty(FolderContents.Of(site.Models));
    }

    private static async Task RestoreAsync(BackupSite site)
    {
        var versions = site.At("versions");
        var (code, output) = await site.RestoreAsync("--models", site.Models, "--redis", site.Redis.Folder, "--configuration", versions);
        Assert.True(code == 0, output);
        (code, output) = await site.RunAsync(
            "deploy/backup/configuration.sh", [("CONFIGURATION_STORE", versions)], "restore", "current", site.Configuration);
        Assert.True(code == 0, output);
    }

    private static string Serialize<T>(T value) => JsonSerializer.Serialize(value, typeof(T), ContractsJsonContext.Default);
}
