using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Contracts;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Classifiers;

/// <summary>From examples to a model that answers.</summary>
public sealed class ClassifierTests(ClassifierApis apis) : IClassFixture<ClassifierApis>
{
    [Theory]
    [InlineData("memory", "json")]
    [InlineData("memory", "form")]
    [InlineData("memory", "zip")]
    [InlineData("redis", "json")]
    public async Task Train_by_each_body_makes_a_model_that_answers(string store, string kind)
    {
        var (client, name) = (apis[store], $"drinks-{store}-{kind}");
        var job = await client.StartTrainingAsync(ClassifierRequests.Body(kind, name, ClassifierRequests.Drinks()));
        var result = await client.ResultAsync(job.Id);
        Assert.Equal(new ModelReference(name, "1"), result.Model);
        Assert.Equal(["coffee", "not coffee"], result.Classes);
        Assert.Equal((10, 10, 1.0), (result.Examples, result.Holdout.Count, result.Holdout.Accuracy));
        Assert.Equal([[5, 0], [0, 5]], result.Confusion);
        Assert.True(result.Promoted, result.Reason);

        var analysis = await client.AnalyzeAsync(Requests.Raw(PhotoVariants.Of("coffee.jpg", 1, first: 50)[0]), $"?model={name}&features=labels,embedding");
        Assert.Equal(result.Model, analysis.Model);
        Assert.Equal(("coffee", "coffee"), (analysis.Labels![0].Id, analysis.Labels[0].Name));
        Assert.Equal(1280, analysis.Embedding!.Dimensions);
    }

    [Fact]
    public async Task Train_gives_the_result_that_the_contract_shows()
    {
        var client = apis["memory"];
        var job = await client.StartTrainingAsync(ClassifierRequests.Form("shape", ClassifierRequests.Drinks()));
        await client.ResultAsync(job.Id);
        using var told = JsonDocument.Parse(await client.GetStringAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken));
        var result = told.RootElement.GetProperty("result");
        Assert.Equal(
            ["model", "classes", "examples", "holdout", "confusion", "perClass", "promoted", "reason"],
            result.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["count", "accuracy", "low", "high"], result.GetProperty("holdout").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["label", "precision", "recall"], result.GetProperty("perClass")[0].EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("redis")]
    public async Task Follow_of_a_training_tells_how_far_it_is(string store)
    {
        var client = apis[store];
        var job = await client.StartTrainingAsync(ClassifierRequests.Form($"followed-{store}", ClassifierRequests.Drinks(perClass: 8)));
        await using var stream = await client.GetStreamAsync($"/api/jobs/{job.Id}/events", TestContext.Current.CancellationToken);
        var told = new List<Job>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal($"{told.Count + 1}", item.EventId);
            told.Add(JsonSerializer.Deserialize(item.Data, ContractsJsonContext.Default.Job)!);
        }

        Assert.Equal((JobStatus.Succeeded, 1.0), (told[^1].Status, told[^1].Progress));
        Assert.Equal(told.Select(state => state.Progress).Order(), told.Select(state => state.Progress));
        Assert.Contains(told, state => state is { Status: JobStatus.Running, Progress: > 0 and < 1 });
        Assert.Single(told.Where(state => state.StartedAt is not null).Select(state => state.StartedAt).Distinct());
    }

    [Fact]
    public async Task Train_that_does_not_pass_the_gate_is_kept_and_not_live()
    {
        // Pictures of one photo under two names cannot be told apart.
        var client = apis["memory"];
        var same = PhotoVariants.Of("cat.jpg", 24).Select((picture, number) => (number % 2 == 0 ? "even" : "odd", picture));
        var result = await client.ResultAsync((await client.StartTrainingAsync(ClassifierRequests.Form("same", same))).Id);
        Assert.False(result.Promoted);
        Assert.Contains("below the minimum of 0.8", result.Reason, StringComparison.Ordinal);
        await client.FailAsync(Requests.Raw(Photo.Bytes("cat.jpg")), ErrorCodes.ModelNotFound, "?model=same");
        var analysis = await client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), "?model=same@1");
        Assert.Equal("same", analysis.Model!.Name);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("redis")]
    public async Task Train_twice_with_one_idempotency_key_is_one_job(string store)
    {
        var client = apis[store];
        var name = $"once-{store}";
        var key = $"key-{store}";
        var one = await client.StartTrainingAsync(ClassifierRequests.Form(name, ClassifierRequests.Drinks()), key);
        var two = await client.StartTrainingAsync(ClassifierRequests.Json(name, ClassifierRequests.Drinks()), key);
        Assert.Equal(one.Id, two.Id);
        using var other = await client.TrainAsync(ClassifierRequests.Form(name, ClassifierRequests.Drinks(perClass: 6)), idempotencyKey: key);
        await Requests.ReadProblemAsync(other, ErrorCodes.IdempotencyMismatch);
        Assert.Equal("1", (await client.ResultAsync(one.Id)).Model.Version);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("redis")]
    public async Task Cancel_of_a_training_ends_it_and_leaves_nothing(string store)
    {
        var client = apis[store];
        var job = await client.StartTrainingAsync(ClassifierRequests.Form($"canceled-{store}", ClassifierRequests.Many(perClass: 400)));
        await Eventually.IsTrueAsync(async () => (await client.GetJobAsync(job.Id)).Progress > 0);
        using var canceled = await client.DeleteAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, canceled.StatusCode);
        var ended = await client.FinishAsync(job.Id);
        Assert.Equal(JobStatus.Canceled, ended.Status);
        Assert.InRange(ended.Progress, 0.001, 0.99);
        using var model = await client.GetAsync($"/api/models/canceled-{store}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(model, ErrorCodes.ModelNotFound);
    }

    [Fact]
    public async Task Analyze_while_a_training_goes_on_is_not_held_up_by_it()
    {
        var client = apis["memory"];
        var training = await client.StartTrainingAsync(ClassifierRequests.Form("long", ClassifierRequests.Many(perClass: 400)));
        var analysis = await client.FinishAsync((await client.StartAsync()).Id);
        Assert.Equal(JobStatus.Succeeded, analysis.Status);
        Assert.False((await client.GetJobAsync(training.Id)).IsFinished);
        using var canceled = await client.DeleteAsync($"/api/jobs/{training.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(JobStatus.Canceled, (await client.FinishAsync(training.Id)).Status);
    }

    [Fact]
    public async Task Train_on_a_picture_that_is_corrupt_behind_its_header_fails_and_tells_which()
    {
        // It has the data of one pixel.
        var client = apis["memory"];
        var corrupt = PngFile.WithSize(500, 500);
        var job = await client.StartTrainingAsync(ClassifierRequests.Form("corrupt", [.. ClassifierRequests.Drinks(), ("coffee", corrupt)]));
        var failed = await client.FinishAsync(job.Id);
        Assert.Equal((JobStatus.Failed, "invalid_image", 1), (failed.Status, failed.Problem!.Code, failed.Attempts));
        Assert.Contains("Picture 11, of class 'coffee'", failed.Problem.Detail, StringComparison.Ordinal);
    }
}
