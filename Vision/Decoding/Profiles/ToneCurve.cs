using System.Buffers.Binary;

namespace Vision.Decoding.Profiles;

/// <summary>How much light the 256 levels of a colour stand for: a tag <c>curv</c> or <c>para</c> (ICC.1:2022, 10.6 and 10.18).</summary>
internal static class ToneCurve
{
    public const int Levels = 256;

    private const int TypeBytes = 8;

    /// <summary>How many of the parameters g, a, b, c, d, e, f each function has.</summary>
    private static ReadOnlySpan<int> Parameters => [1, 3, 4, 5, 7];

    /// <summary>Computes the light of each level, from 0 to 1; false if the data are not those of such a tag.</summary>
    public static bool TrySample(ReadOnlySpan<byte> tag, Span<float> light) =>
        tag.StartsWith("curv"u8) ? TrySampleTable(tag, light) : tag.StartsWith("para"u8) && TrySampleFunction(tag, light);

    private static bool TrySampleTable(ReadOnlySpan<byte> tag, Span<float> light)
    {
        const int CountBytes = 4;
        if (tag.Length < TypeBytes + CountBytes)
        {
            return false;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(tag[TypeBytes..]);
        var values = tag[(TypeBytes + CountBytes)..];
        if (count > values.Length / sizeof(ushort))
        {
            return false;
        }

        for (var level = 0; level < Levels; level++)
        {
            var x = level / (Levels - 1f);
            light[level] = count switch
            {
                0 => x,
                1 => MathF.Pow(x, BinaryPrimitives.ReadUInt16BigEndian(values) / 256f),
                _ => Interpolate(values, x * (count - 1)),
            };
        }

        return true;
    }

    private static float Interpolate(ReadOnlySpan<byte> values, float place)
    {
        var first = (int)place;
        var before = BinaryPrimitives.ReadUInt16BigEndian(values[(first * sizeof(ushort))..]);
        if (place == first)
        {
            return before / (float)ushort.MaxValue;
        }

        var after = BinaryPrimitives.ReadUInt16BigEndian(values[((first + 1) * sizeof(ushort))..]);
        return (before + ((after - before) * (place - first))) / ushort.MaxValue;
    }

    private static bool TrySampleFunction(ReadOnlySpan<byte> tag, Span<float> light)
    {
        const int FunctionBytes = 4;
        if (tag.Length < TypeBytes + FunctionBytes)
        {
            return false;
        }

        var function = BinaryPrimitives.ReadUInt16BigEndian(tag[TypeBytes..]);
        var values = tag[(TypeBytes + FunctionBytes)..];
        if (function >= Parameters.Length || values.Length < Parameters[function] * FixedNumber.Bytes)
        {
            return false;
        }

        Span<float> parameters = stackalloc float[Parameters[^1]];
        for (var i = 0; i < Parameters[function]; i++)
        {
            parameters[i] = FixedNumber.Read(values[(i * FixedNumber.Bytes)..]);
        }

        for (var level = 0; level < Levels; level++)
        {
            var value = Evaluate(function, parameters, level / (Levels - 1f));
            if (float.IsNaN(value))
            {
                return false;
            }

            light[level] = Math.Clamp(value, 0, 1);
        }

        return true;
    }

    /// <summary>The functions of table 68.</summary>
    private static float Evaluate(int function, ReadOnlySpan<float> parameters, float x)
    {
        var (g, a, b, c, d, e, f) = (parameters[0], parameters[1], parameters[2], parameters[3], parameters[4], parameters[5], parameters[6]);
        return function switch
        {
            0 => MathF.Pow(x, g),
            1 => x >= -b / a ? MathF.Pow((a * x) + b, g) : 0,
            2 => x >= -b / a ? MathF.Pow((a * x) + b, g) + c : c,
            3 => x >= d ? MathF.Pow((a * x) + b, g) : c * x,
            _ => x >= d ? MathF.Pow((a * x) + b, g) + e : (c * x) + f,
        };
    }
}
