using System.Numerics;

namespace Vision.Text.Geometry;

/// <summary>A rectangle in any direction.</summary>
internal readonly record struct RotatedRectangle
{
    /// <param name="center">Its centre.</param>
    /// <param name="direction">The direction of one pair of sides, of length 1.</param>
    /// <param name="along">The length of that pair.</param>
    /// <param name="across">The length of the other pair.</param>
    public RotatedRectangle(Vector2 center, Vector2 direction, float along, float across)
    {
        // One form for each rectangle: the width lies within 45 degrees of the horizontal and points to the right.
        var isSteep = Math.Abs(direction.X) < Math.Abs(direction.Y);
        var axis = isSteep ? new Vector2(-direction.Y, direction.X) : direction;
        Center = center;
        Axis = axis.X < 0 ? -axis : axis;
        (Width, Height) = isSteep ? (across, along) : (along, across);
    }

    public Vector2 Center { get; }

    /// <summary>The direction of its upper and lower side, of length 1; it points to the right.</summary>
    public Vector2 Axis { get; }

    public float Width { get; }

    public float Height { get; }

    public Quadrilateral Corners
    {
        get
        {
            var right = Axis * (Width / 2);
            var down = new Vector2(-Axis.Y, Axis.X) * (Height / 2);
            return new Quadrilateral(Center - right - down, Center + right - down, Center + right + down, Center - right + down);
        }
    }

    /// <summary>
    /// Moves each side outwards, as DB does with what its network marks (Liao et al., "Real-time Scene Text Detection with
    /// Differentiable Binarization", 2020, 3.4): by area * ratio / perimeter.
    /// </summary>
    public RotatedRectangle Unclip(float ratio)
    {
        var distance = Width * Height * ratio / (2 * (Width + Height));
        return new RotatedRectangle(Center, Axis, Width + (2 * distance), Height + (2 * distance));
    }
}
