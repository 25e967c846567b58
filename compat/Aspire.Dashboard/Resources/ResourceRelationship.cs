namespace Aspire.Dashboard.Resources;

/// <summary>Another resource that one has to do with.</summary>
public sealed record ResourceRelationship(string Type, string Resource);
