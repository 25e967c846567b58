using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <summary>Telemetry and the dashboard carry secrets, so plain http has to be asked for.</summary>
internal sealed class TransportOptionsValidator(IConfiguration configuration, DistributedApplicationOptions options) : IValidateOptions<TransportOptions>
{
    public const string AllowVariable = "ASPIRE_ALLOW_UNSECURED_TRANSPORT";

    private static readonly string[] AddressVariables =
    [
        "ASPNETCORE_URLS",
        "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL",
        "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL",
        "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL",
    ];

    public ValidateOptionsResult Validate(string? name, TransportOptions options) =>
        IsUnsecuredTransportAllowed || AddressVariables.FirstOrDefault(HasPlainAddress) is not { } variable
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"The '{variable}' setting must be an https address unless the '{AllowVariable}' environment variable is set to true.");

    private bool IsUnsecuredTransportAllowed =>
        options.DisableDashboard || options.AllowUnsecuredTransport || configuration.GetValue<bool>(AllowVariable);

    private bool HasPlainAddress(string variable) =>
        (configuration[variable] ?? string.Empty)
            .Split(';', StringSplitOptions.TrimEntries)
            .Any(static address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
}
