namespace Aspire.Hosting.Orchestration.Processes;

/// <summary>Everything that is needed to start a process.</summary>
internal sealed record ProcessSpecification(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Variables of the AppHost's own that the process does not inherit.</summary>
    public IReadOnlyList<string> NotInherited { get; init; } = [];

    /// <summary>Written to the process when it starts, then closed.</summary>
    public string StandardInput { get; init; } = string.Empty;
}
