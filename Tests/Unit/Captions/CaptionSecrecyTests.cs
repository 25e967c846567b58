using System.Collections.Concurrent;
using System.Diagnostics;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>What is asked and said is in no log, span or metric of the engine, at whatever level.</summary>
public sealed class CaptionSecrecyTests
{
    private const string Key = "sk-canary4711";
    private const string Prompt = "Tell me of the canary4712, please.";
    private const string Said = "The canary4713 sings.";

    [Fact]
    public async Task Describe_leaves_key_prompt_caption_and_picture_in_no_log_span_or_metric()
    {
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Enqueue(string.Join(
                ' ', activity.DisplayName, string.Join(' ', activity.TagObjects), string.Join(' ', activity.Events.SelectMany(static happened => happened.Tags)))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await ChatServer.StartAsync();
        await using var captions = new CaptionProcess(server, time: null, ("Captioning:ApiKey", Key), ("Captioning:Prompt", Prompt));
        var body = $"{{\"error\":{{\"message\":\"{Said} {Prompt}\"}}}}";
        foreach (var reply in (Func<Microsoft.AspNetCore.Http.HttpContext, int, Task>[])
            [ChatReplies.Saying(Said), ChatReplies.Status(401, body: body), ChatReplies.Json(Said), ChatReplies.Json(body)])
        {
            server.Reply = reply;
            await captions.DescribeAsync();
        }

        Assert.Equal(4, server.Calls.Count);
        Assert.Equal($"Bearer {Key}", server.Calls.First().Authorization);
        Assert.Equal(3, captions.Reasons.Count());
        Assert.Contains(captions.Log, static line => line.Contains("captioning endpoint", StringComparison.Ordinal));
        var picture = Convert.ToBase64String(server.Calls.First().Image)[..40];
        Assert.All(captions.Log.Concat(spans).Concat(Tags(captions)), text =>
        {
            Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(picture, text, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Tags(CaptionProcess captions) =>
    [
        .. captions.Durations.GetMeasurementSnapshot().Select(static duration => string.Join(' ', duration.Tags)),
        .. captions.Tokens.GetMeasurementSnapshot().Select(static tokens => string.Join(' ', tokens.Tags)),
        .. captions.Fallbacks.GetMeasurementSnapshot().Select(static fallback => string.Join(' ', fallback.Tags)),
    ];
}
