namespace ServiceDefaults.Health;

/// <summary>
/// A second way to start a service, which asks the one that runs beside it whether it lives. An image has neither a shell nor curl
/// to ask with, so the check of a container is this.
/// </summary>
public static class HealthProbe
{
    private const string Option = "--healthcheck";

    private const string DefaultPort = "8080";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static bool IsAskedFor(string[] arguments) => arguments is [Option];

    /// <returns>The exit code by the convention of container engines: 0 healthy, 1 not.</returns>
    public static async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var ports = Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS");
        var port = string.IsNullOrEmpty(ports) ? DefaultPort : ports.Split(';')[0];
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}{HealthEndpoints.Prefix}/live"), cancellationToken);
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
