using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Tests.Fixtures;

/// <summary>A service of the product on a real server and a free port, with everything that it logs as an error.</summary>
/// <typeparam name="TMarker">Any type of the service.</typeparam>
internal sealed class RunningService<TMarker> : IAsyncDisposable
    where TMarker : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplicationFactory<TMarker> factory;
    private readonly ErrorLogProvider errors = new();

    public RunningService(Action<IWebHostBuilder> configure)
    {
        factory = new WebApplicationFactory<TMarker>().WithWebHostBuilder(host =>
        {
            host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(errors));
            host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            configure(host);
        });
        factory.UseKestrel();
        factory.StartServer();
        Client = factory.CreateClient();
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => factory.Services;

    public IReadOnlyCollection<string> ErrorLog => errors.Lines;

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) => Eventually.IsTrueAsync(
        async () =>
        {
            using var response = await Client.GetAsync("/health/ready", cancellationToken);
            return response.IsSuccessStatusCode;
        },
        Patience);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await factory.DisposeAsync();
        errors.Dispose();
    }

    private sealed class ErrorLogProvider : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
