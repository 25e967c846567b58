using ApiService.Inference;
using Xunit;

namespace Tests.Fixtures;

/// <summary>An API service with settings of a test's own, with the engine in its process, which has the classifiers alone.</summary>
internal static class ApiProcess
{
    public static async Task<RunningService<InferenceOptions>> StartAsync(params (string Name, string Value)[] settings)
    {
        var service = new RunningService<InferenceOptions>(
            host => host.UseSettings([("Inference:Mode", "InProcess"), .. EngineSettings.ClassifiersAlone, .. settings]));
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
