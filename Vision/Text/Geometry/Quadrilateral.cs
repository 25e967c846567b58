using System.Numerics;

namespace Vision.Text.Geometry;

/// <summary>Four corners, clockwise as one sees them: where a line of text begins, at its upper side, is the first.</summary>
internal readonly record struct Quadrilateral(Vector2 First, Vector2 Second, Vector2 Third, Vector2 Fourth)
{
    /// <summary>Length of the upper side, where it is no parallelogram the mean of upper and lower side.</summary>
    public float Width => (Vector2.Distance(First, Second) + Vector2.Distance(Fourth, Third)) / 2;

    /// <summary>Length of the left side, or the mean of left and right side.</summary>
    public float Height => (Vector2.Distance(First, Fourth) + Vector2.Distance(Second, Third)) / 2;

    public Vector2 Center => (First + Second + Third + Fourth) / 4;

    /// <summary>The direction of reading, of length 1; the horizontal where all corners are one.</summary>
    public Vector2 Direction
    {
        get
        {
            var along = Second - First + Third - Fourth;
            return along == Vector2.Zero ? Vector2.UnitX : Vector2.Normalize(along);
        }
    }

    /// <summary>The same place for text that runs downwards, if this one runs to the right.</summary>
    public Quadrilateral Downwards => new(Second, Third, Fourth, First);

    /// <summary>The same place for text that runs the other way.</summary>
    public Quadrilateral Reversed => new(Third, Fourth, First, Second);

    /// <summary>The same place in a picture of another size.</summary>
    public Quadrilateral Scale(Vector2 factor) => new(First * factor, Second * factor, Third * factor, Fourth * factor);
}
