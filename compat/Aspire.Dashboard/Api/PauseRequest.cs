namespace Aspire.Dashboard.Api;

/// <summary>Whether what arrives is to be dropped.</summary>
internal sealed record PauseRequest(bool Paused);
