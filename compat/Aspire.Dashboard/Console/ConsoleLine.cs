namespace Aspire.Dashboard.Console;

/// <summary>One line that a resource has written.</summary>
internal sealed record ConsoleLine(string Resource, long Number, string Timestamp, string Content, bool IsError);
