using ApiService.Ingest.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ApiService.Ingest;

internal static class IngestExtensions
{
    /// <summary>Slower than any line that people use; a sender who drips bytes to hold a connection is slower still.</summary>
    private const double MinimumBytesPerSecond = 1024;

    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    public static void AddIngest(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(MinimumBytesPerSecond, GracePeriod));
        builder.Services.AddOptions<IngestOptions>()
            .BindConfiguration(IngestOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IngestBudget>();
        builder.Services.AddSingleton<IBodyReader, JsonBodyReader>();
        builder.Services.AddSingleton<IBodyReader, MultipartBodyReader>();
        builder.Services.AddSingleton<IBodyReader, RawBodyReader>();
        builder.Services.AddSingleton<AnalyzeRequestReader>();
    }
}
