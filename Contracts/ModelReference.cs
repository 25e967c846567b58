namespace Contracts;

/// <summary>One version of one model.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The version that answered.</param>
public sealed record ModelReference(string Name, string Version)
{
    /// <summary>The name of the version, as <see cref="AnalysisOptions.Model"/> takes it: <c>name@version</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
