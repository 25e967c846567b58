namespace ApiService.Telemetry;

internal static class TelemetryExtensions
{
    public static void AddApiTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ApiTelemetry>();
        builder.Services.AddHostedService<StoreFigures>();
    }
}
