using System.Diagnostics.CodeAnalysis;

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

    /// <summary>Ends the process where that is what it was started for: with 0 if the service lives, with 1 if not, as container engines want it.</summary>
    public static void EndIfAskedFor(string[] arguments)
    {
        if (arguments is [Option])
        {
            Environment.Exit(IsAlive() ? 0 : 1);
        }
    }

    [SuppressMessage("Usage", "MA0045", Justification = "The process has nothing else to do.")]
    private static bool IsAlive()
    {
        // What the deployment says goes before what the image says, as for the service itself.
        var ports = Environment.GetEnvironmentVariable("HTTP_PORTS") ?? Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS");
        var port = string.IsNullOrEmpty(ports) ? DefaultPort : ports.Split(';')[0];
        using var client = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{HealthEndpoints.Prefix}/live");
        try
        {
            using var response = client.Send(request);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Console.Error.WriteLine(exception.Message);
            return false;
        }
    }
}
