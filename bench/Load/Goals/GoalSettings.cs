namespace Load.Goals;

/// <summary>How long everything is measured.</summary>
internal sealed record GoalSettings
{
    /// <summary>A tenth of them has to be one.</summary>
    public const int FewestSoakImages = 10;

    /// <summary>What a table is made with.</summary>
    public static GoalSettings Full { get; } = new()
    {
        WarmUp = TimeSpan.FromSeconds(4),
        Rounds = 7,
        Turn = TimeSpan.FromSeconds(3),
        CallerRounds = 3,
        CallerTurn = TimeSpan.FromSeconds(6),
        PercentileRounds = 7,
        Percentiles = TimeSpan.FromSeconds(8),
        ColdStarts = 5,
        Decodes = 25,
        SoakImages = 2000,
    };

    /// <summary>Only tries whether everything runs: its figures say little.</summary>
    public static GoalSettings Quick { get; } = new()
    {
        WarmUp = TimeSpan.FromSeconds(1),
        Rounds = 1,
        Turn = TimeSpan.FromSeconds(1),
        CallerRounds = 1,
        CallerTurn = TimeSpan.FromSeconds(2),
        PercentileRounds = 1,
        Percentiles = TimeSpan.FromSeconds(4),
        ColdStarts = 1,
        Decodes = 3,
        SoakImages = 200,
    };

    public required TimeSpan WarmUp { get; init; }

    /// <summary>How often measurements that form a ratio take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>Length of one turn.</summary>
    public required TimeSpan Turn { get; init; }

    /// <summary>How often the numbers of callers take turns.</summary>
    public required int CallerRounds { get; init; }

    /// <summary>Length of a turn with a number of callers: with a thousand of them the first answer alone takes a while.</summary>
    public required TimeSpan CallerTurn { get; init; }

    /// <summary>How often percentiles are measured.</summary>
    public required int PercentileRounds { get; init; }

    /// <summary>Length of a load whose percentiles are told.</summary>
    public required TimeSpan Percentiles { get; init; }

    public required int ColdStarts { get; init; }

    /// <summary>How often a picture is decoded.</summary>
    public required int Decodes { get; init; }

    /// <summary>How many images the memory is watched over.</summary>
    public required int SoakImages { get; init; }
}
