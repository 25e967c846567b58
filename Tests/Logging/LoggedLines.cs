using Microsoft.Extensions.Logging;

namespace Tests.Logging;

/// <summary>What the tests log.</summary>
internal static partial class LoggedLines
{
    [LoggerMessage(EventId = 7, EventName = "Sold", Level = LogLevel.Warning, Message = "Sold {Thing} to {Whom}")]
    public static partial void Sold(ILogger logger, string thing, string whom);

    [LoggerMessage(EventId = 8, EventName = "Priced", Level = LogLevel.Warning, Message = "Sold {Thing} for {Price}")]
    public static partial void Priced(ILogger logger, string thing, double price, Exception? exception);

    [LoggerMessage(EventId = 9, EventName = "Closed", Level = LogLevel.Warning, Message = "Closed")]
    public static partial void Closed(ILogger logger);

    [LoggerMessage(EventId = 10, EventName = "Counted", Level = LogLevel.Information, Message = "{Word} {Number}.")]
    public static partial void Counted(ILogger logger, string word, int number);
}
