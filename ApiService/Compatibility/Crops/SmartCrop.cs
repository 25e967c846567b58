using Contracts;

namespace ApiService.Compatibility.Crops;

/// <summary>
/// Cuts a picture to a shape so that as much as possible of its faces and things stays in it. The crop is as large as its shape
/// allows, so it fills the picture one way and only has to be placed along the other.
/// </summary>
internal static class SmartCrop
{
    /// <summary>Room left round the subjects where no shape is asked for, as a share of their size.</summary>
    private const double Margin = 0.1;

    /// <summary>Finds the crop of a shape.</summary>
    /// <param name="analysis">The picture, with its faces and objects.</param>
    /// <param name="aspectRatio">Width divided by height.</param>
    public static CropRegion Of(Analysis analysis, double aspectRatio)
    {
        var (width, height) = (analysis.Image.Width, analysis.Image.Height);
        var subjects = CropSubject.Of(analysis);
        var cropWidth = Math.Clamp((int)Math.Round(height * aspectRatio), 1, width);
        var cropHeight = cropWidth < width ? height : Math.Clamp((int)Math.Round(width / aspectRatio), 1, height);
        var centre = CentreOf(subjects, width, height);
        var places = Places(subjects, centre, (width - cropWidth, height - cropHeight), (cropWidth, cropHeight));
        var best = places.Select(place => RegionAt(place, cropWidth, cropHeight, subjects, width, height))
            .MaxBy(static region => region.Importance)!;
        return best;
    }

    /// <summary>Finds the crop where no shape is asked for: what holds all faces and things, within bounds of its shape.</summary>
    /// <param name="analysis">The picture, with its faces and objects.</param>
    /// <param name="least">The least width divided by height.</param>
    /// <param name="most">The greatest width divided by height.</param>
    public static CropRegion Of(Analysis analysis, double least, double most)
    {
        var (width, height) = (analysis.Image.Width, analysis.Image.Height);
        var subjects = CropSubject.Of(analysis);
        var hold = subjects.Count == 0 ? new BoundingBox(0, 0, width, height) : Widened(subjects, width, height);
        var ratio = (double)hold.Width / hold.Height;
        if (ratio < least || ratio > most)
        {
            return Of(analysis, Math.Clamp((double)width / height, least, most));
        }

        return RegionAt((hold.X, hold.Y), hold.Width, hold.Height, subjects, width, height);
    }

    private static BoundingBox Widened(IReadOnlyList<CropSubject> subjects, int width, int height)
    {
        var left = subjects.Min(static subject => subject.Box.X);
        var top = subjects.Min(static subject => subject.Box.Y);
        var right = subjects.Max(static subject => subject.Box.X + subject.Box.Width);
        var bottom = subjects.Max(static subject => subject.Box.Y + subject.Box.Height);
        var (across, down) = ((int)(Margin * (right - left)), (int)(Margin * (bottom - top)));
        (left, top) = (Math.Max(0, left - across), Math.Max(0, top - down));
        return new BoundingBox(left, top, Math.Min(width, right + across) - left, Math.Min(height, bottom + down) - top);
    }

    private static (double X, double Y) CentreOf(IReadOnlyList<CropSubject> subjects, int width, int height)
    {
        var weight = subjects.Sum(static subject => subject.Weight);
        return weight == 0
            ? (width / 2.0, height / 2.0)
            : (subjects.Sum(static subject => subject.Weight * (subject.Box.X + (subject.Box.Width / 2.0))) / weight,
                subjects.Sum(static subject => subject.Weight * (subject.Box.Y + (subject.Box.Height / 2.0))) / weight);
    }

    /// <summary>
    /// Where it may stand, nearest to the middle of the subjects first. What is held of a subject rises or falls evenly between
    /// the places where one of the crop's edges meets one of its own, so the best place is among those, or the middle.
    /// </summary>
    private static IEnumerable<(int X, int Y)> Places(
        IReadOnlyList<CropSubject> subjects, (double X, double Y) centre, (int X, int Y) room, (int Width, int Height) crop)
    {
        var xs = Along(subjects, static box => (box.X, box.X + box.Width), centre.X, room.X, crop.Width);
        var ys = Along(subjects, static box => (box.Y, box.Y + box.Height), centre.Y, room.Y, crop.Height);
        return xs.SelectMany(x => ys.Select(y => (x, y)));
    }

    private static int[] Along(
        IReadOnlyList<CropSubject> subjects, Func<BoundingBox, (int Start, int End)> sides, double centre, int room, int length)
    {
        var middle = Math.Clamp((int)Math.Round(centre - (length / 2.0)), 0, room);
        return [.. subjects.Select(subject => sides(subject.Box))
            .SelectMany(side => new[] { side.Start, side.End - length, side.Start - length, side.End })
            .Append(middle).Select(start => Math.Clamp(start, 0, room)).Distinct().OrderBy(start => Math.Abs(start - middle))];
    }

    private static CropRegion RegionAt(
        (int X, int Y) place, int cropWidth, int cropHeight, IReadOnlyList<CropSubject> subjects, int width, int height)
    {
        var box = new BoundingBox(place.X, place.Y, cropWidth, cropHeight);
        var weight = subjects.Sum(static subject => subject.Weight);
        return new CropRegion(box, weight == 0
            ? (double)cropWidth * cropHeight / ((double)width * height)
            : subjects.Sum(subject => subject.Weight * subject.ShareIn(box)) / weight);
    }
}
