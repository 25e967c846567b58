using Microsoft.Extensions.Logging;

namespace Tests.Web.Dashboard;

/// <summary>The log entries that the tests write.</summary>
internal static partial class ToldEvents
{
    [LoggerMessage(LogLevel.Information, "Order {Number} is packed")]
    public static partial void Packed(this ILogger logger, int number);

    [LoggerMessage(LogLevel.Warning, "Only {Count} are left of {Article}")]
    public static partial void RunningOut(this ILogger logger, int count, string article);

    [LoggerMessage(LogLevel.Error, "Order {Number} failed")]
    public static partial void Failed(this ILogger logger, int number, Exception reason);
}
