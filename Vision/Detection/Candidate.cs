namespace Vision.Detection;

/// <summary>A box that a detector takes for a thing of one class.</summary>
/// <param name="Row">Its place among the detector's boxes.</param>
/// <param name="Class">Its class.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
/// <param name="Box">Where it is.</param>
internal readonly record struct Candidate(int Row, int Class, float Score, UnitBox Box)
{
    /// <summary>Orders by score, greatest first. Of equal ones the lower row, then the lower class comes first, so that no order is left to chance.</summary>
    public static int BestFirst(Candidate one, Candidate other) => other.Score.CompareTo(one.Score) switch
    {
        0 when one.Row == other.Row => one.Class.CompareTo(other.Class),
        0 => one.Row.CompareTo(other.Row),
        var byScore => byScore,
    };
}
