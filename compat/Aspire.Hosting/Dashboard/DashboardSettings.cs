using System.Security.Cryptography;
using Aspire.Dashboard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the AppHost's variables say of the dashboard.</summary>
internal static class DashboardSettings
{
    public const string OtlpGrpcVariable = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    public const string OtlpHttpVariable = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";
    public const string OtlpKey = "AppHost:OtlpApiKey";

    private const string BrowserToken = "AppHost:BrowserToken";
    private const string BrowserTokenVariable = "ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN";
    private const string AnonymousVariable = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";
    private const string DefaultFrontend = "http://localhost:18888";
    private const string DefaultGrpc = "http://localhost:18889";
    private const string RandomPorts = "DcpPublisher:RandomizePorts";
    private const int SecretCharacters = 32;

    /// <summary>Reads them; the token and the key are made where nobody gives them.</summary>
    public static DashboardOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var isAnonymous = configuration.GetValue<bool>(AnonymousVariable);
        var grpc = configuration[OtlpGrpcVariable];
        var http = configuration[OtlpHttpVariable];
        var isRandom = configuration.GetValue<bool>(RandomPorts);
        return new DashboardOptions
        {
            ApplicationName = environment.ApplicationName,
            Version = typeof(DashboardSettings).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? string.Empty,
            Frontend = Placed(FirstOf(configuration["ASPNETCORE_URLS"]) ?? new Uri(DefaultFrontend))!,
            OtlpGrpc = Placed(FirstOf(grpc) ?? (FirstOf(http) is null ? new Uri(DefaultGrpc) : null)),
            OtlpHttp = Placed(FirstOf(http)),
            BrowserToken = isAnonymous ? null : configuration[BrowserTokenVariable] ?? configuration[BrowserToken] ?? CreateSecret(),
            OtlpApiKey = isAnonymous ? null : configuration[OtlpKey] ?? CreateSecret(),
        };

        Uri? Placed(Uri? address) => isRandom && address is not null ? new UriBuilder(address) { Port = 0 }.Uri : address;
    }

    private static Uri? FirstOf(string? addresses) => string.IsNullOrWhiteSpace(addresses)
        ? null
        : new Uri(addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0]);

    private static string CreateSecret() => RandomNumberGenerator.GetHexString(SecretCharacters, lowercase: true);
}
