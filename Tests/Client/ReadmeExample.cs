using Client;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Tests.Client;

/// <summary>The code of the README's section "From .NET". <see cref="ReadmeTests"/> sees to it that both are the same.</summary>
/// <param name="written">Takes what the example writes.</param>
internal sealed class ReadmeExample(WrittenLines written)
{
    /// <summary>In the place of the console, so that a test sees what is written there.</summary>
    private WrittenLines Console => written;

    public static void Register(IServiceCollection services, Uri address) =>
        services.AddImageClient(address).AddResilienceHandler("safe-methods", pipeline =>
        {
            var retry = new HttpRetryStrategyOptions();
            retry.DisableForUnsafeHttpMethods();
            pipeline.AddRetry(retry);
        });

    public async Task RunAsync(Uri address, string file)
    {
        using var http = new HttpClient { BaseAddress = address };
        var images = new ImageClient(http);

        // A stream or an array of bytes, answered at once.
        await using var photo = File.OpenRead(file);
        var analysis = await images.AnalyzeAsync(photo, new AnalysisOptions { Top = 3 });
        foreach (var label in analysis.Labels!)
        {
            Console.WriteLine($"{label.Name}: {label.Confidence}");
        }

        // A job outlives the connection; following it does too.
        var submission = await images.SubmitAsync(await File.ReadAllBytesAsync(file));
        await foreach (var job in images.FollowJobAsync(submission.JobId))
        {
            Console.WriteLine(job.Status);
        }

        // Every refusal is one exception, with a stable code.
        try
        {
            await images.AnalyzeAsync("no image"u8.ToArray());
        }
        catch (ImageApiException refusal)
        {
            Console.WriteLine($"{refusal.Problem.Code}: {refusal.Message}");
        }
    }
}
