using System.Numerics.Tensors;
using System.Text;

namespace Vision.Text.Recognition;

/// <summary>
/// What the outputs of a recogniser mean. At each step it gives a probability for each character and for "nothing new"; of steps
/// in a row with the same character one counts (CTC, best path; Graves et al., 2006).
/// </summary>
internal sealed class CharacterSet
{
    /// <summary>The entry of an ONNX file's metadata that lists its characters, one a line.</summary>
    private const string Entry = "character";

    private const int Blank = 0;

    private readonly string[] characters;

    /// <param name="characters">The characters in the order of the outputs, behind the blank.</param>
    public CharacterSet(IEnumerable<string> characters) => this.characters = [string.Empty, .. characters];

    /// <summary>How many outputs there are at each step.</summary>
    public int Count => characters.Length;

    /// <summary>The characters that a model's file lists; the space is behind them.</summary>
    /// <exception cref="InvalidOperationException">It lists none.</exception>
    public static CharacterSet Of(IReadOnlyDictionary<string, string> metadata) => metadata.TryGetValue(Entry, out var lines)
        ? new CharacterSet([.. lines.Split('\n'), " "])
        : throw new InvalidOperationException("The model's file does not list its characters.");

    /// <summary>Reads the outputs of one line.</summary>
    /// <param name="probabilities">Of shape [steps, <see cref="Count"/>].</param>
    /// <param name="symbols">Receives each character, those too that are trimmed off the text; null if nobody asks for them.</param>
    /// <returns>The text, and the mean probability of its characters; 0 where there is none.</returns>
    public (string Text, float Confidence) Decode(ReadOnlySpan<float> probabilities, List<DecodedSymbol>? symbols = null)
    {
        var text = new StringBuilder();
        var (sum, kept, previous, at) = (0f, 0, Blank, 0);
        for (var step = probabilities; step.Length >= characters.Length; step = step[characters.Length..])
        {
            var best = TensorPrimitives.IndexOfMax(step[..characters.Length]);
            if (best != Blank && best != previous)
            {
                text.Append(characters[best]);
                sum += step[best];
                kept++;
                symbols?.Add(new DecodedSymbol(characters[best], step[best], at));
            }

            previous = best;
            at++;
        }

        return (text.ToString().Trim(), kept == 0 ? 0 : sum / kept);
    }
}
