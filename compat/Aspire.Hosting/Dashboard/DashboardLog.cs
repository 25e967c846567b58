using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>The lines that lead people, and <c>dotnet watch</c>, to the dashboard.</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Now listening on: {Url}")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(Level = LogLevel.Information, Message = "Login to the dashboard at {Url}")]
    public static partial void Login(ILogger logger, string url);

    [LoggerMessage(Level = LogLevel.Information, Message = "Aspire Dashboard\n- Dashboard: {Dashboard}\n- Login URL: {Login}\n- OTLP/gRPC: {Grpc}\n- OTLP/HTTP: {Http}")]
    public static partial void Summary(ILogger logger, string dashboard, string login, string grpc, string http);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no dashboard, because it cannot listen at its addresses: {Reason}")]
    public static partial void NotStarted(ILogger logger, string reason);
}
