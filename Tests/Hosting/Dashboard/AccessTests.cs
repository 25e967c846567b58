using System.Net;
using Aspire.Dashboard.Resources;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Dashboard;

/// <summary>Who may see the dashboard, and what of it.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly HttpClient stranger = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private RunningDashboard dashboard = null!;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(TestContext.Current.CancellationToken);
        stranger.BaseAddress = dashboard.Address;
        dashboard.Show(new DashboardResource
        {
            Name = "shop",
            DisplayName = "shop",
            Type = "Project",
            Commands = [new ResourceCommand("stop", "Stop", "Enabled")],
            Environment = [new ResourceVariable("GREETING", "hello", IsSecret: false), new ResourceVariable("PASSWORD", "s3cret", IsSecret: true)],
        });
    }

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        await dashboard.DisposeAsync();
    }

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/traces/detail/abc", 302)]
    [InlineData("/api/dashboard/resources", 401)]
    [InlineData("/api/dashboard/logs", 401)]
    [InlineData("/api/dashboard/console/download", 401)]
    [InlineData("/login", 200)]
    [InlineData("/login?t=wrong", 200)]
    [InlineData("/health", 200)]
    [InlineData("/css/shell.css", 200)]
    public async Task Get_without_login_gives_what_is_no_secret(string path, int expected)
    {
        using var response = await stranger.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/traces", "/traces")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    public async Task Log_in_leads_back_to_our_own_pages_alone(string wanted, string expected)
    {
        using var response = await stranger.GetAsync(
            $"/login?t={RunningDashboard.Token}&returnUrl={Uri.EscapeDataString(wanted)}", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, expected), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Contains("httponly", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Secret_comes_only_when_it_is_asked_for()
    {
        using var caller = await DashboardCaller.LogInAsync(dashboard.LoginAddress);
        Assert.DoesNotContain("s3cret", (await caller.GetAsync("resources")).GetRawText(), StringComparison.Ordinal);
        var masked = (await caller.GetAsync("resources/shop/environment")).GetRawText();
        Assert.Contains("hello", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", masked, StringComparison.Ordinal);
        Assert.Contains("s3cret", (await caller.GetAsync("resources/shop/environment?reveal=PASSWORD")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_is_run_for_our_own_pages_alone()
    {
        using var caller = await DashboardCaller.LogInAsync(dashboard.LoginAddress);
        Assert.Equal(400, await caller.SendAsync(HttpMethod.Post, "resources/shop/commands/stop", isOwn: false));
        Assert.Empty(dashboard.Commands);
        Assert.Equal(404, await caller.SendAsync(HttpMethod.Post, "resources/shop/commands/explode"));
        Assert.Equal(404, await caller.SendAsync(HttpMethod.Post, "resources/nobody/commands/stop"));
        Assert.Equal(200, await caller.SendAsync(HttpMethod.Post, "resources/shop/commands/stop"));
        Assert.Equal([("shop", "stop")], dashboard.Commands);
    }

    [Fact]
    public async Task Console_is_given_as_it_was_written_and_forgotten_when_that_is_asked_for()
    {
        using var caller = await DashboardCaller.LogInAsync(dashboard.LoginAddress);
        for (var number = 0; number < 10_500; number++)
        {
            dashboard.WriteLine("shop", $"line {number}");
        }

        var text = await caller.Client.GetStringAsync("/api/dashboard/console/download?resource=shop", TestContext.Current.CancellationToken);
        Assert.Equal(10_000, text.Split('\n').Length - 1);
        Assert.EndsWith("shop line 10499\n", text, StringComparison.Ordinal);
        Assert.Equal(204, await caller.SendAsync(HttpMethod.Delete, "console?resource=shop"));
        Assert.Empty(await caller.Client.GetStringAsync("/api/dashboard/console/download", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("logs?filter=nonsense")]
    [InlineData("traces?filter=a:b:c")]
    [InlineData("metrics/series?resource=a&meter=b&instrument=c&dimension=nonsense")]
    public async Task Question_that_cannot_be_read_is_told(string path)
    {
        using var caller = await DashboardCaller.LogInAsync(dashboard.LoginAddress);
        using var response = await caller.Client.GetAsync($"/api/dashboard/{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("cannot be read", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
