namespace Aspire.Dashboard.Api;

/// <summary>Why a question cannot be answered.</summary>
internal sealed record RefusedQuery(string Title, string Detail);
