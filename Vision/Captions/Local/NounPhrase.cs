using System.Collections.Frozen;
using System.Globalization;

namespace Vision.Captions.Local;

/// <summary>Articles, plurals and lists of English, as far as the names of the shipped models need them.</summary>
internal static class NounPhrase
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Names that bear no article, because they are plural or a mass.</summary>
    private static readonly FrozenSet<string> WithoutArticle = FrozenSet.Create(
        StringComparer.Ordinal,
        "binoculars", "parallel bars", "sunglasses", "swimming trunks", "scissors", "skis",
        "clothing", "food", "furniture", "footwear", "produce", "headgear", "tableware", "electronic equipment", "game equipment",
        "sports equipment", "broccoli", "cauliflower", "dough", "guacamole", "ice cream", "mashed potato", "hay", "corn", "wool", "velvet",
        "chain mail", "toilet tissue", "chocolate sauce", "carbonara", "consomme", "eggnog", "red wine", "water", "fabric", "jewelry");

    /// <summary>Vowels that are spoken as <c>you</c> or <c>w</c>.</summary>
    private static readonly string[] LikeConsonants = ["uni", "eu", "one", "use", "uk"];

    private static readonly string[] LikeVowels = ["hour", "honest", "heir"];

    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["person"] = "people",
        ["mouse"] = "mice",
        ["knife"] = "knives",
        ["sheep"] = "sheep",
        ["skis"] = "skis",
        ["scissors"] = "scissors",
        ["broccoli"] = "broccoli",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Puts <c>a</c> or <c>an</c> before a name that takes it.</summary>
    public static string WithArticle(string name) =>
        WithoutArticle.Contains(name) ? name : StartsWithVowelSound(name) ? $"an {name}" : $"a {name}";

    /// <summary>Takes the remark in brackets from a name, as in <c>crane (lifting device)</c>.</summary>
    public static string WithoutRemark(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }

    /// <summary>Counts things in words, up to ten.</summary>
    public static string Counted(string name, int count) => count switch
    {
        1 => WithArticle(name),
        < 11 => $"{Numbers[count]} {Plural(name)}",
        _ => $"many {Plural(name)}",
    };

    /// <summary>Joins phrases with commas and a last <c>and</c>; null where there are none.</summary>
    public static string? List(IReadOnlyList<string> phrases) => phrases switch
    {
        [] => null,
        [var only] => only,
        _ => $"{string.Join(", ", phrases.SkipLast(1))} and {phrases[^1]}",
    };

    private static string Plural(string name) =>
        Plurals.TryGetValue(name, out var plural) ? plural
        : name.EndsWith('s') || name.EndsWith('x') || name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) ? $"{name}es"
        : $"{name}s";

    private static bool StartsWithVowelSound(string name)
    {
        var lower = name.ToLower(CultureInfo.InvariantCulture);
        return LikeVowels.Any(start => lower.StartsWith(start, StringComparison.Ordinal))
            || ("aeiou".Contains(lower[0], StringComparison.Ordinal) && !LikeConsonants.Any(start => lower.StartsWith(start, StringComparison.Ordinal)));
    }
}
