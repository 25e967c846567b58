using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tests.Fixtures;
using Vision;
using Vision.Admission;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

public sealed class ModelRepositoryTests
{
    [Fact]
    public async Task Dispose_while_a_worker_runs_waits_for_it()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Services.AddVision(startupTag: "startup");
        using var host = builder.Build();
        var release = new TaskCompletionSource();
        var queue = host.Services.GetRequiredService<AdmissionQueue>();
        var running = queue.RunAsync(_ => Wait(release.Task), CancellationToken.None);

        var disposing = Task.Run(host.Services.GetRequiredService<ModelRepository>().Dispose, TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => IsClosed(queue));
        Assert.False(disposing.IsCompleted);

        release.SetResult();
        await Task.WhenAll(running, disposing);
    }

    private static int Wait(Task task)
    {
        task.GetAwaiter().GetResult();
        return 0;
    }

    private static bool IsClosed(AdmissionQueue queue)
    {
        try
        {
            _ = queue.RunAsync(static _ => 0, CancellationToken.None);
            return false;
        }
        catch (ProblemException problem)
        {
            return problem.Code == ErrorCodes.Overloaded;
        }
    }
}
