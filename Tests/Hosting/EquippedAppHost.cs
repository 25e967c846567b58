using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting;

/// <summary>
/// The whole system with everything that it can have: a copy of the model repository, in which classifiers can be made and a
/// candidate is tried in the shadow, a captioning endpoint that refuses the first picture, a central log, and the dashboard.
/// </summary>
public sealed class EquippedAppHost : IAsyncLifetime
{
    private const string BrowserToken = "token-of-the-tests";

    private readonly ModelRepositoryCopy models = new([.. Directory.GetDirectories(Repository.Models).Select(static folder => Path.GetFileName(folder)!)]);
    private ChatServer? chat;

    public DistributedApplication Application { get; private set; } = null!;

    /// <summary>The central log.</summary>
    public RsyslogServer CentralLog { get; } = new();

    public async ValueTask InitializeAsync()
    {
        models.AddVersion("efficientnet-lite2", "2");
        chat = await ChatServer.StartAsync();
        chat.Reply = static (context, call) => call == 1
            ? ChatReplies.Status(400)(context, call)
            : ChatReplies.Saying("A receipt.")(context, call);
        await CentralLog.InitializeAsync();
        Application = await StartedAppHost.StartAsync(Change, withDashboard: true);
    }

    /// <summary>The link that logs in to the dashboard.</summary>
    public Uri DashboardLogin => Application.ResourceNotifications.TryGetCurrentState("aspire-dashboard", out var dashboard)
        ? new Uri(new Uri(dashboard.Snapshot.Urls.Single().Url), $"/login?t={BrowserToken}")
        : throw new InvalidOperationException("There is no dashboard.");

    /// <summary>The address of a service.</summary>
    public Uri AddressOf(string service) => Application.GetEndpoint(service, "http");

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        await CentralLog.DisposeAsync();
        await chat!.DisposeAsync();
        models.Dispose();
    }

    private void Change(IDistributedApplicationBuilder builder)
    {
        builder.Configuration["AppHost:BrowserToken"] = BrowserToken;
        StartedAppHost.LiftQuota(builder);
        builder.CreateResourceBuilder<ProjectResource>("inference")
            .WithEnvironment("Models__Path", models.Root)
            .WithEnvironment("Captioning__Endpoint", chat!.Endpoint.ToString())
            .WithEnvironment("Captioning__Model", ChatServer.Model)
            .WithEnvironment("Shadow__Model", "efficientnet-lite2")
            .WithEnvironment("Shadow__Version", "1")
            .WithEnvironment("Shadow__Share", "1");
        foreach (var project in builder.Resources.OfType<ProjectResource>().ToList())
        {
            // The dashboard is in the process of all tests, which may have no time for it for a while.
            var service = builder.CreateResourceBuilder(project).WithEnvironment("OTEL_EXPORTER_OTLP_TIMEOUT", "30000");
            foreach (var (name, value) in CentralLog.SettingsFor("Tcp"))
            {
                service.WithEnvironment(name.Replace(":", "__", StringComparison.Ordinal), value);
            }
        }
    }
}
