namespace Contracts;

/// <summary>One version of one model.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The version that answered.</param>
public sealed record ModelReference(string Name, string Version);
