using System.Buffers;

namespace Vision.Text.Detection;

/// <summary>
/// The areas of a probability map that lie above a threshold; pixels that touch at a side or a corner belong together. Rows are
/// taken apart into runs, and those that touch are united (union-find). The memory grows with the runs, at most one for two pixels.
/// </summary>
internal sealed class ConnectedComponents : IDisposable
{
    private readonly int count;
    private PixelRun[] runs;

    /// <param name="map">Probabilities, row by row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="threshold">Pixels above it belong to an area.</param>
    public ConnectedComponents(ReadOnlySpan<float> map, int width, float threshold)
    {
        runs = ArrayPool<PixelRun>.Shared.Rent(CountRuns(map, width, threshold));
        var (above, own) = (0, 0);
        for (var row = 0; row * width < map.Length; row++)
        {
            AddRuns(map.Slice(row * width, width), row, threshold, ref count);
            Unite(above, own, count);
            (above, own) = (own, count);
        }
    }

    /// <summary>Finds the next area of at least so many pixels.</summary>
    /// <param name="place">Where to go on; 0 at first.</param>
    /// <param name="minimumPixels">Smaller areas are left out.</param>
    /// <param name="first">The first run of the area, which is in its uppermost row.</param>
    public bool TryNext(ref int place, int minimumPixels, out int first)
    {
        while (place < count)
        {
            first = place++;
            if (runs[first].Parent == first && runs[first].Pixels >= minimumPixels)
            {
                return true;
            }
        }

        first = -1;
        return false;
    }

    /// <summary>A run, by its number.</summary>
    public ref readonly PixelRun this[int run] => ref runs[run];

    public void Dispose()
    {
        var array = runs;
        runs = [];
        if (array.Length > 0)
        {
            ArrayPool<PixelRun>.Shared.Return(array);
        }
    }

    private static int CountRuns(ReadOnlySpan<float> map, int width, float threshold)
    {
        var found = 0;
        for (var row = map; row.Length > 0; row = row[width..])
        {
            var isInside = false;
            foreach (var probability in row[..width])
            {
                found += !isInside && probability > threshold ? 1 : 0;
                isInside = probability > threshold;
            }
        }

        return found;
    }

    private void AddRuns(ReadOnlySpan<float> pixels, int row, float threshold, ref int next)
    {
        for (var x = 0; x < pixels.Length; x++)
        {
            if (pixels[x] > threshold)
            {
                var start = x;
                while (x < pixels.Length && pixels[x] > threshold)
                {
                    x++;
                }

                runs[next] = new PixelRun
                {
                    Row = row,
                    Start = start,
                    End = x,
                    Parent = next,
                    Next = -1,
                    Last = next,
                    Bottom = row,
                    Pixels = x - start,
                };
                next++;
            }
        }
    }

    /// <summary>Unites the runs of a row with those of the row above it that they touch.</summary>
    private void Unite(int above, int own, int end)
    {
        var (upper, lower) = (above, own);
        while (upper < own && lower < end)
        {
            if (runs[upper].Start <= runs[lower].End && runs[lower].Start <= runs[upper].End)
            {
                Join(RootOf(upper), RootOf(lower));
            }

            if (runs[upper].End < runs[lower].End)
            {
                upper++;
            }
            else
            {
                lower++;
            }
        }
    }

    private int RootOf(int run)
    {
        while (runs[run].Parent != run)
        {
            runs[run].Parent = runs[runs[run].Parent].Parent;
            run = runs[run].Parent;
        }

        return run;
    }

    // The earlier run stands for both, so that it is one of the uppermost row.
    private void Join(int a, int b)
    {
        if (a == b)
        {
            return;
        }

        ref var first = ref runs[Math.Min(a, b)];
        ref var second = ref runs[Math.Max(a, b)];
        second.Parent = Math.Min(a, b);
        runs[first.Last].Next = Math.Max(a, b);
        first.Last = second.Last;
        first.Bottom = Math.Max(first.Bottom, second.Bottom);
        first.Pixels += second.Pixels;
    }
}
