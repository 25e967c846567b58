using Contracts;
using NetVips;

namespace Tests.Fixtures;

/// <summary>The words of the receipt, each where its ink is, and other pages that are made of them.</summary>
internal static class ReceiptWords
{
    /// <summary>Brighter than this is paper.</summary>
    private const double Ink = 160;

    /// <summary>The dot of an i is nearer to its stem than two lines are to each other.</summary>
    private const int BetweenLines = 12;

    private static readonly double[] Paper = [250, 248, 240];

    /// <summary>The words of all lines in order, and the pixels that they take.</summary>
    public static IReadOnlyList<(string Text, BoundingBox Place)> Places { get; } = FindPlaces();

    /// <summary>A page of 900 × 500 pixels with words at places that the caller chooses.</summary>
    /// <param name="words">Each word of the receipt and where its upper left corner goes.</param>
    /// <param name="degrees">How far the page is turned clockwise, on more of its paper.</param>
    public static byte[] Page(IEnumerable<(string Text, int Left, int Top)> words, double degrees = 0)
    {
        using var receipt = Image.NewFromBuffer(Photo.Bytes(Receipt.FileName));
        var page = (Image.Black(receipt.Width, receipt.Height, bands: 3) + Paper).Cast(Enums.BandFormat.Uchar);
        foreach (var (text, left, top) in words)
        {
            var place = Places.First(word => word.Text == text).Place;
            using var before = page;
            using var word = receipt.ExtractBand(0, n: 3).ExtractArea(place.X, place.Y, place.Width, place.Height);
            page = before.Insert(word, left, top);
        }

        using (page)
        {
            using var upright = page.Copy(interpretation: Enums.Interpretation.Srgb);
            using var turned = degrees == 0 ? upright.Copy() : upright.Rotate(degrees, background: Paper);
            return turned.PngsaveBuffer();
        }
    }

    private static List<(string Text, BoundingBox Place)> FindPlaces()
    {
        using var receipt = Image.NewFromBuffer(Photo.Bytes(Receipt.FileName));
        using var gray = receipt.Colourspace(Enums.Interpretation.Bw);
        using var ink = gray.ExtractBand(0) < Ink;
        var found = new List<(string Text, BoundingBox Place)>();
        foreach (var (line, (top, bottom)) in Receipt.Lines.Zip(Join(Runs(Rows(ink)), BetweenLines)))
        {
            using var band = ink.ExtractArea(0, top, ink.Width, bottom - top);
            var words = line.Split(' ');
            var letters = Runs(Columns(band));

            // Spaces are the widest gaps, as many as there are.
            var space = letters.Zip(letters.Skip(1), static (one, next) => next.Start - one.End).OrderDescending().ElementAt(words.Length - 2);
            found.AddRange(words.Zip(Join(letters, space), (word, place) =>
                (word, new BoundingBox(place.Start, top, place.End - place.Start, bottom - top))));
        }

        return found;
    }

    private static uint[] Columns(Image ink) => ((Image)ink.Project()[0]).WriteToMemory<uint>();

    private static uint[] Rows(Image ink) => ((Image)ink.Project()[1]).WriteToMemory<uint>();

    /// <summary>Where there is ink, from each start to behind the end.</summary>
    private static List<(int Start, int End)> Runs(uint[] ink)
    {
        var runs = new List<(int Start, int End)>();
        for (var i = 0; i < ink.Length; i++)
        {
            if (ink[i] > 0)
            {
                var start = runs.Count > 0 && runs[^1].End == i ? runs[^1].Start : i;
                runs.RemoveAll(run => run.Start == start);
                runs.Add((start, i + 1));
            }
        }

        return runs;
    }

    /// <summary>Joins runs between which there is less than a gap.</summary>
    private static List<(int Start, int End)> Join(List<(int Start, int End)> runs, int gap)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var run in runs)
        {
            var isSame = joined.Count > 0 && run.Start - joined[^1].End < gap;
            var start = isSame ? joined[^1].Start : run.Start;
            joined.RemoveRange(joined.Count - (isSame ? 1 : 0), isSame ? 1 : 0);
            joined.Add((start, run.End));
        }

        return joined;
    }
}
