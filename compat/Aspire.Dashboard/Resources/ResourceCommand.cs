namespace Aspire.Dashboard.Resources;

/// <summary>Something that can be done with a resource; its state is <c>Enabled</c>, <c>Disabled</c> or <c>Hidden</c>.</summary>
public sealed record ResourceCommand(string Name, string DisplayName, string State);
