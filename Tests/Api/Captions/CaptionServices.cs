extern alias Inference;

using ApiService.Inference;
using Microsoft.AspNetCore.Hosting;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Api.Captions;

/// <summary>The API service with the engine in its process or at the inference service, and a chat server for its captions.</summary>
internal sealed class CaptionServices : IAsyncDisposable
{
    private readonly RunningService<InferenceProgram>? inference;
    private readonly RunningService<InferenceOptions> api;

    private CaptionServices(ChatServer chat, RunningService<InferenceProgram>? inference, RunningService<InferenceOptions> api)
    {
        Chat = chat;
        this.inference = inference;
        this.api = api;
    }

    public static TheoryData<string> Modes => ["Remote", "InProcess"];

    public ChatServer Chat { get; }

    public HttpClient Client => api.Client;

    public IReadOnlyCollection<string> ErrorLog => [.. api.ErrorLog, .. inference?.ErrorLog ?? []];

    public static async Task<CaptionServices> StartAsync(string mode, params (string Name, string Value)[] settings)
    {
        var chat = await ChatServer.StartAsync();
        (string Name, string Value)[] all =
        [
            ("Captioning:Endpoint", chat.Endpoint.ToString()), ("Captioning:Model", ChatServer.Model),
            ("RateLimiting:Anonymous:PermitLimit", "1000"), .. settings,
        ];
        if (mode == "InProcess")
        {
            return new CaptionServices(chat, inference: null, await ApiProcess.StartAsync(all));
        }

        var engine = new RunningService<InferenceProgram>(host => Apply(host, [.. EngineSettings.ClassifiersAlone, .. all]));
        await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        var front = new RunningService<InferenceOptions>(
            host => Apply(host, [.. all, ("services:inference:http:0", engine.Client.BaseAddress!.ToString())]));
        await front.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return new CaptionServices(chat, engine, front);
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        if (inference is not null)
        {
            await inference.DisposeAsync();
        }

        await Chat.DisposeAsync();
    }

    private static void Apply(IWebHostBuilder host, IEnumerable<(string Name, string Value)> settings)
    {
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }
    }
}
