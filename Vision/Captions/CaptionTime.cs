namespace Vision.Captions;

/// <summary>How the time of a caller is divided between the endpoint and what has to be done without it.</summary>
internal static class CaptionTime
{
    /// <summary>In it the models behind the local sentence run, and the answer finds its way back.</summary>
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(5);

    /// <summary>In it the answer finds its way back.</summary>
    private static readonly TimeSpan LongestReturn = TimeSpan.FromSeconds(1);

    /// <summary>How long the endpoint may take.</summary>
    public static TimeSpan ForEndpoint(Deadline deadline, TimeSpan timeout) =>
        deadline.Left is { } left && left - Part(left, LongestReserve) is var limit && limit < timeout ? limit : timeout;

    /// <summary>How long the features behind the local sentence may take; null for as long as they need.</summary>
    public static TimeSpan? ForLocal(Deadline deadline) => deadline.Left - (deadline.Left is { } left ? Part(left, LongestReturn) : null);

    // Of a short time the half is kept back.
    private static TimeSpan Part(TimeSpan left, TimeSpan longest) => left / 2 < longest ? left / 2 : longest;
}
