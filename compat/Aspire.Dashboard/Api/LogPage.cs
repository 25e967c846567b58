namespace Aspire.Dashboard.Api;

/// <summary>Lines of logs, the latest first.</summary>
internal sealed record LogPage(int Total, long LastId, IReadOnlyList<LogView> Items);
