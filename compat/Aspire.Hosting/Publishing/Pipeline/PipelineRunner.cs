using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>Runs what was asked for when the host starts, and ends the host after it.</summary>
internal sealed partial class PipelineRunner(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    DistributedApplicationOptions applicationOptions,
    IConfiguration configuration,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<PipelineRunner> logger) : IHostedService
{
    private readonly PipelineSteps steps = new(model);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = PipelineOptions.Read(configuration, applicationOptions);
        if (options.ListSteps)
        {
            var names = steps.Names;
            LogSteps(names);
        }
        else
        {
            await RunAsync(options, cancellationToken);
        }

        lifetime.StopApplication();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunAsync(PipelineOptions options, CancellationToken cancellationToken)
    {
        var name = options.Step ?? throw new DistributedApplicationException(
            $"Name a step by '--step'. It is one of {steps.Names}. Without a name Aspire deploys too, which this stand-in does not.");
        var context = new PipelineContext(model, executionContext, environment.ApplicationName, options.OutputPath, logger);
        foreach (var step in steps.InOrder(name))
        {
            await step.RunAsync(context, cancellationToken);
            LogCompleted(step.Name);
        }

        // A relative path is one of the AppHost's folder, where its process runs: say where that was.
        LogWritten(options.OutputPath);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Steps: {Steps}")]
    private partial void LogSteps(string steps);

    [LoggerMessage(Level = LogLevel.Information, Message = "Step '{Step}' completed")]
    private partial void LogCompleted(string step);

    [LoggerMessage(Level = LogLevel.Information, Message = "Written to {Path}")]
    private partial void LogWritten(string path);
}
