using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Tests.Fixtures;

/// <summary>What the servers have in common that tests put where something else would be.</summary>
internal static class OwnServer
{
    /// <summary>Begins a server of this machine alone, on any port that is free, that writes no log.</summary>
    public static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
