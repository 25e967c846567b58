using Contracts;

namespace Vision.Models;

/// <summary>Writes versions of models into one line, for headers and events between our services.</summary>
public static class ModelReferences
{
    /// <summary>The header of an analysis that names the versions which were live besides the classifier.</summary>
    public const string HeaderName = "X-Model-Versions";

    /// <summary>The event of an analysis that tells the same.</summary>
    public const string EventType = "models";

    private const char Separator = ',';

    /// <summary>Writes <c>name@version,name@version</c>; what is not plain ASCII is percent-encoded.</summary>
    /// <param name="models">The versions.</param>
    public static string Format(IEnumerable<ModelReference> models) => string.Join(
        Separator, models.Select(static model => $"{Uri.EscapeDataString(model.Name)}@{Uri.EscapeDataString(model.Version)}"));

    /// <summary>Reads what <see cref="Format"/> wrote; what is no reference is passed over.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<ModelReference> Parse(string line) =>
    [
        .. line.Split(Separator).Select(static part => part.Split('@')).Where(static part => part.Length == 2)
            .Select(static part => new ModelReference(Uri.UnescapeDataString(part[0]), Uri.UnescapeDataString(part[1]))),
    ];
}
