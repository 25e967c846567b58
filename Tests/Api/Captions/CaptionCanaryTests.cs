using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Captions;

/// <summary>A service that writes all that it can writes nothing of what is asked and said for a caption.</summary>
public sealed class CaptionCanaryTests
{
    private const string Canary = "canary4711";

    [Fact]
    public async Task Analyze_with_every_log_on_leaves_key_prompt_and_caption_out()
    {
        await using var chat = await ChatServer.StartAsync();
        await using var inference = await ServiceProcess.StartAsync(
            "InferenceService",
            ("Captioning:Endpoint", chat.Endpoint.ToString()),
            ("Captioning:Model", ChatServer.Model),
            ("Captioning:ApiKey", $"key-{Canary}"),
            ("Captioning:Prompt", $"Say {Canary}."),
            ("Logging:LogLevel:Default", "Trace"),
            ("Logging:LogLevel:System.Net.Http.HttpClient", "Trace"),
            ("SEMANTICKERNEL_EXPERIMENTAL_GENAI_ENABLE_OTEL_DIAGNOSTICS", "true"),
            ("SEMANTICKERNEL_EXPERIMENTAL_GENAI_ENABLE_OTEL_DIAGNOSTICS_SENSITIVE", "true"));
        var said = $"A {Canary} sings.";
        foreach (var reply in (Func<Microsoft.AspNetCore.Http.HttpContext, int, Task>[])
            [ChatReplies.Saying(said), ChatReplies.Status(500, "3600", said), ChatReplies.Json(said)])
        {
            chat.Reply = reply;
            using var response = await inference.Client.PostAsync(
                "/v1/analyze?features=caption", Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode);
        }

        Assert.Equal(3, chat.Calls.Count);
        Assert.Contains($"key-{Canary}", chat.Calls.First().Authorization, StringComparison.Ordinal);
        var metrics = await inference.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        await inference.StopAsync();
        Assert.Contains("gen_ai_client_token_usage", metrics, StringComparison.Ordinal);
        Assert.Contains("vision_caption_breaker_state", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, metrics, StringComparison.Ordinal);
        Assert.Contains("captioning endpoint", inference.Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"Debug\"", inference.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, inference.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_with_an_endpoint_without_a_model_fails()
    {
        var start = ServiceProcess.StartAsync("InferenceService", ("Captioning:Endpoint", "http://localhost:1/v1"));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => start);
        Assert.Contains("Endpoint and Model are needed both", failure.Message, StringComparison.Ordinal);
    }
}
