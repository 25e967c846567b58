namespace ApiService.Sockets;

internal static class SocketsExtensions
{
    public static void AddSockets(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SocketSession>();
}
