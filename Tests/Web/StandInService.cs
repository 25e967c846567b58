using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tests.Fixtures;

namespace Tests.Web;

/// <summary>A real server where a service would be, which tells of itself what no service of ours does.</summary>
internal sealed class StandInService : IAsyncDisposable
{
    private readonly WebApplication app;
    private int reads;

    private StandInService(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What <c>/health/ready</c> says.</summary>
    public string Health { get; set; } = """{"status":"Healthy","checks":{}}""";

    /// <summary>What <c>/metrics</c> says: this, as often as is asked for.</summary>
    public (string Text, int Times) Metrics { get; set; } = ("vision_queue_limit{queue=\"engine\"} 64\n", 1);

    /// <summary><c>/metrics</c> waits for it.</summary>
    public Task MayAnswer { get; set; } = Task.CompletedTask;

    /// <summary>How often <c>/metrics</c> was asked for.</summary>
    public int Reads => Volatile.Read(ref reads);

    public static async Task<StandInService> StartAsync(CancellationToken cancellationToken)
    {
        var builder = OwnServer.CreateBuilder();
        var service = new StandInService(builder.Build());
        service.app.MapGet("/health/ready", service.TellHealth);
        service.app.MapGet("/metrics", service.WriteMetricsAsync);
        await service.app.StartAsync(cancellationToken);
        return service;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult TellHealth() => Results.Text(Health, "application/json");

    private async Task WriteMetricsAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref reads);
        await MayAnswer.WaitAsync(cancellationToken);
        var text = Encoding.UTF8.GetBytes(Metrics.Text);
        for (var time = 0; time < Metrics.Times; time++)
        {
            await response.Body.WriteAsync(text, cancellationToken);
        }
    }
}
