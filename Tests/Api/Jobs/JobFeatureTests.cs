using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Vision.Text;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>A job has the time to wait for a feature that is overloaded, and keeps what is asked of one.</summary>
public sealed class JobFeatureTests
{
    [Fact]
    public async Task Job_whose_feature_is_overloaded_tries_again_until_it_is_there()
    {
        await using var inference = await GatedInference.StartAsync(refusals: 2);
        inference.Open();
        await using var api = await StartAsync(inference);
        var submitted = await api.Client.StartAsync(query: "?features=labels,text");
        var job = await api.Client.FinishAsync(submitted.Id);
        Assert.Equal(JobStatus.Succeeded, job.Status);
        Assert.Equal(0, job.Result!.Value.GetProperty("errors").GetArrayLength());
        Assert.Equal(3, inference.Calls);
    }

    [Fact]
    public async Task Job_whose_feature_stays_overloaded_ends_with_the_rest()
    {
        await using var inference = await GatedInference.StartAsync(refusals: int.MaxValue);
        inference.Open();
        await using var api = await StartAsync(inference, ("Deadline:Maximum", "00:00:03"));
        var submitted = await api.Client.StartAsync(query: "?features=labels,text");
        var job = await api.Client.FinishAsync(submitted.Id);
        Assert.Equal(JobStatus.Succeeded, job.Status);
        var error = Assert.Single(job.Result!.Value.GetProperty("errors").EnumerateArray());
        Assert.Equal("overloaded", error.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Job_that_asks_for_words_tells_them_wherever_it_is_kept(bool isInRedis)
    {
        await using var server = isInRedis ? await RedisServer.StartAsync() : null;
        await using var api = await ApiProcess.StartAsync(
            ("Text:Detector", new TextOptions().Detector), ("ConnectionStrings:cache", server?.ConnectionString ?? string.Empty));
        var submitted = await api.Client.StartAsync(Photo.Bytes(Receipt.FileName), "?features=text&textDetail=words");
        var job = await api.Client.FinishAsync(submitted.Id);
        var lines = job.Result!.Value.GetProperty("text").GetProperty("lines");
        Assert.Equal(
            ["ACME", "Hardware", "Store"],
            lines[0].GetProperty("words").EnumerateArray().Select(static word => word.GetProperty("text").GetString()));
    }

    private static async Task<RunningService<InferenceOptions>> StartAsync(
        GatedInference inference, params (string Name, string Value)[] settings)
    {
        var api = new RunningService<InferenceOptions>(host =>
        {
            host.UseSetting("services:inference:http:0", inference.Address.ToString());
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }
        });
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return api;
    }
}
