namespace Load.Reports;

/// <summary>What a long measurement is doing, beside its report.</summary>
internal static class Progress
{
    public static Task TellAsync(string text, CancellationToken cancellationToken) =>
        Console.Error.WriteLineAsync(text.AsMemory(), cancellationToken);
}
