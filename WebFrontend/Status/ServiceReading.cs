namespace WebFrontend.Status;

/// <summary>How one service was.</summary>
/// <param name="Name">What service discovery calls it.</param>
/// <param name="State">How it is as a whole.</param>
/// <param name="Checks">How its parts are, by name.</param>
/// <param name="Figures">What it tells of its work; null where that could not be read.</param>
internal sealed record ServiceReading(
    string Name, ServiceState State, IReadOnlyDictionary<string, ServiceState> Checks, ServiceFigures? Figures);
