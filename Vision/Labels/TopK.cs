namespace Vision.Labels;

/// <summary>Selection of the greatest values.</summary>
internal static class TopK
{
    /// <summary>Gives the indices of the greatest values, greatest first; of equal values the lower index comes first.</summary>
    /// <param name="values">The values.</param>
    /// <param name="indices">Receives the indices; its length says how many at most.</param>
    /// <returns>How many indices were written.</returns>
    public static int Select(ReadOnlySpan<float> values, Span<int> indices)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (count == indices.Length && (count == 0 || values[i] <= values[indices[count - 1]]))
            {
                continue;
            }

            var place = count < indices.Length ? count++ : count - 1;
            while (place > 0 && values[i] > values[indices[place - 1]])
            {
                indices[place] = indices[place - 1];
                place--;
            }

            indices[place] = i;
        }

        return count;
    }
}
