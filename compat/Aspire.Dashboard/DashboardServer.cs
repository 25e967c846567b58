using System.Net;
using System.Text.Json.Serialization;
using Aspire.Dashboard.Api;
using Aspire.Dashboard.Console;
using Aspire.Dashboard.Login;
using Aspire.Dashboard.Pages;
using Aspire.Dashboard.Receiving;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Dashboard;

/// <summary>The dashboard: pages at one address, telemetry at others.</summary>
public sealed class DashboardServer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication application;

    private DashboardServer(WebApplication application) => this.application = application;

    /// <summary>Where the pages are.</summary>
    public Uri Frontend { get; private init; } = null!;

    /// <summary>Where telemetry goes by gRPC; null where it cannot.</summary>
    public Uri? OtlpGrpc { get; private init; }

    /// <summary>Where telemetry goes by HTTP; null where it cannot.</summary>
    public Uri? OtlpHttp { get; private init; }

    /// <param name="options">Where it is to be.</param>
    /// <param name="resources">The resources that it shows.</param>
    /// <param name="console">What they write.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<DashboardServer> StartAsync(
        DashboardOptions options, DashboardResources resources, ConsoleLines console, CancellationToken cancellationToken)
    {
        var addresses = new[] { options.Frontend, options.OtlpGrpc, options.OtlpHttp };
        var built = Build(options, resources, console);
        await built.StartAsync(cancellationToken);

        // In the order in which they were set up.
        using var real = built.Urls.Select(static url => new Uri(url)).GetEnumerator();
        var found = addresses.Select(address => address is not null && real.MoveNext() ? new UriBuilder(address) { Port = real.Current.Port }.Uri : null).ToArray();
        return new DashboardServer(built) { Frontend = found[0]!, OtlpGrpc = found[1], OtlpHttp = found[2] };
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }

    private static WebApplication Build(DashboardOptions options, DashboardResources resources, ConsoleLines console)
    {
        // Nothing of the AppHost's own settings is meant for this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardServer).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.AddRoutingCore();

        // A page that is open listens for ever; nobody waits for that when the application stops.
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = StopLimit);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options).AddSingleton(resources).AddSingleton(console);
        builder.Services.AddSingleton(new LoginOptions(options.BrowserToken)).AddSingleton<LoginGate>().AddSingleton<TelemetryStore>();
        builder.Services.AddReceiver(options.OtlpApiKey);
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);

        var app = builder.Build();
        app.UsePageFiles();
        app.UseRouting();
        app.UseReceiverKey();
        app.MapGet("/health", static () => TypedResults.Text("Healthy"));
        app.MapLogin(PagesExtensions.Page);
        app.MapPages();
        var api = app.MapGroup("/api/dashboard").RequireLogin();
        api.MapGet("/session", static (DashboardOptions known) => TypedResults.Ok(SessionView.Of(known)));
        api.MapResources();
        api.MapConsole();
        api.MapTelemetryApi();
        app.MapGrpcReceiver();
        app.MapHttpReceiver();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, DashboardOptions options)
    {
        kestrel.AddServerHeader = false;
        Add(options.Frontend, HttpProtocols.Http1);
        Add(options.OtlpGrpc, HttpProtocols.Http2);
        Add(options.OtlpHttp, HttpProtocols.Http1);

        void Add(Uri? address, HttpProtocols protocols)
        {
            if (address is not null)
            {
                kestrel.Listen(IPAddress.Loopback, address.Port, listen => listen.Protocols = protocols);
            }
        }
    }
}
