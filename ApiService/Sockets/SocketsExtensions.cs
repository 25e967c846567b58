namespace ApiService.Sockets;

internal static class SocketsExtensions
{
    public static void AddSockets(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SocketOptions>()
            .BindConfiguration(SocketOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SocketSession>();
    }
}
