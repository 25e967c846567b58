namespace Vision.Text.Detection;

/// <summary>
/// Neighbouring pixels of one row that belong to text. Runs that touch are one component; it is a list of runs, and its first one
/// stands for all.
/// </summary>
internal struct PixelRun
{
    public int Row;

    /// <summary>The first pixel.</summary>
    public int Start;

    /// <summary>Behind the last pixel.</summary>
    public int End;

    /// <summary>A run nearer to the one that stands for the component; itself there.</summary>
    public int Parent;

    /// <summary>The next run of the component; -1 behind the last.</summary>
    public int Next;

    /// <summary>Of the component: its last run.</summary>
    public int Last;

    /// <summary>Of the component: its lowest row.</summary>
    public int Bottom;

    /// <summary>Of the component: how many pixels it has.</summary>
    public int Pixels;
}
