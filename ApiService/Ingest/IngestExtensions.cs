using ApiService.Ingest.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ApiService.Ingest;

internal static class IngestExtensions
{
    public static void AddIngest(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<IngestOptions>()
            .BindConfiguration(IngestOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<IngestOptions>>(static (kestrel, ingest) =>
        {
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(ingest.Value.MinimumBytesPerSecond, ingest.Value.GracePeriod);
            kestrel.Limits.MaxRequestBodySize = RefusedBodies.MaximumBytes;
        });
        builder.Services.AddSingleton<IngestBudget>();
        builder.Services.AddSingleton<IBodyReader, JsonBodyReader>();
        builder.Services.AddSingleton<IBodyReader, MultipartBodyReader>();
        builder.Services.AddSingleton<IBodyReader, RawBodyReader>();
        builder.Services.AddSingleton<ImageIntake>();
        builder.Services.AddSingleton<JsonEnvelopeReader>();
        builder.Services.AddSingleton<AnalyzeRequestReader>();
    }
}
