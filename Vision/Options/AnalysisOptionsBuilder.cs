using System.Globalization;
using Contracts;

namespace Vision.Options;

/// <summary>
/// Reads the options of an analysis from names and texts, as a query, a form or a JSON object gives them, and collects what is
/// wrong with them. An option that is set again replaces what was set before it; <c>features</c> of the same source add up.
/// </summary>
public sealed class AnalysisOptionsBuilder
{
    /// <summary>A number as JSON writes it: no spaces round it.</summary>
    private const NumberStyles Number = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;

    private readonly SortedDictionary<string, string[]> errors = new(StringComparer.Ordinal);
    private AnalysisOptions options = new();

    /// <summary>The names of all options.</summary>
    public static IReadOnlyList<string> Names { get; } = ["features", "top", "minConfidence", "model", "equalize", "textDetail"];

    /// <summary>Sets the classifier for requests that name none.</summary>
    /// <param name="model">As <c>name</c> or <c>name@version</c>.</param>
    public AnalysisOptionsBuilder WithDefaultModel(string model)
    {
        options = options with { Model = model };
        return this;
    }

    /// <summary>Sets one option.</summary>
    /// <param name="name">Its name, case-sensitive as in the contract.</param>
    /// <param name="values">Its values; only <c>features</c> may have several, each of which may be a comma list.</param>
    public void Set(string name, IReadOnlyList<string?> values)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            AddError(name, "This option is not known.");
        }
        else if (name == "features")
        {
            SetFeatures(values);
        }
        else if (values is [{ } value])
        {
            SetSingle(name, value);
        }
        else
        {
            AddError(name, "This option takes one value.");
        }
    }

    /// <summary>Records that something in the request is wrong.</summary>
    /// <param name="member">The member or option.</param>
    /// <param name="message">A sentence for the caller.</param>
    public void AddError(string member, string message) =>
        errors[member] = errors.TryGetValue(member, out var known) ? [.. known, message] : [message];

    /// <summary>Gives the options.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>, with everything that was wrong.</exception>
    public AnalysisOptions Build() => errors.Count == 0
        ? options
        : throw new ProblemException(ErrorCodes.InvalidRequest, "The request has members that are unknown or have no valid value.")
        {
            Errors = errors,
        };

    private void SetSingle(string name, string value)
    {
        switch (name)
        {
            case "top":
                SetTop(value);
                break;
            case "minConfidence":
                SetMinConfidence(value);
                break;
            case "model":
                SetModel(value);
                break;
            case "equalize":
                SetEqualize(value);
                break;
            default:
                SetTextDetail(value);
                break;
        }
    }

    private void SetFeatures(IReadOnlyList<string?> values)
    {
        var set = Features.None;
        foreach (var name in values.SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)))
        {
            var known = FeatureNames.Parse(name);
            set |= known;
            if (known == Features.None)
            {
                AddError("features", $"Expected is a list of: {FeatureNames.All}.");
                return;
            }
        }

        if (set == Features.None)
        {
            AddError("features", "At least one feature must be asked for.");
        }

        options = options with { Features = set };
    }

    private void SetTop(string value)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var top)
            && top is >= 1 and <= AnalysisOptions.MaximumTop)
        {
            options = options with { Top = top };
        }
        else
        {
            AddError("top", $"A whole number from 1 to {AnalysisOptions.MaximumTop} is expected.");
        }
    }

    private void SetMinConfidence(string value)
    {
        // Compared before it is rounded to the precision of a confidence; minus zero is zero.
        if (double.TryParse(value, Number, CultureInfo.InvariantCulture, out var confidence) && confidence is >= 0 and <= 1)
        {
            options = options with { MinConfidence = (float)Math.Abs(confidence) };
        }
        else
        {
            AddError("minConfidence", "A number from 0 to 1 is expected.");
        }
    }

    private void SetModel(string value)
    {
        if (value.Length is > 0 and <= 160)
        {
            options = options with { Model = value };
        }
        else
        {
            AddError("model", "A model's name, or name@version, is expected.");
        }
    }

    private void SetEqualize(string value)
    {
        Equalization? known = value switch
        {
            "none" => Equalization.None,
            "global" => Equalization.Global,
            "adaptive" => Equalization.Adaptive,
            _ => null,
        };
        if (known is null)
        {
            AddError("equalize", "One of none, global, adaptive is expected.");
        }

        options = options with { Equalize = known ?? Equalization.None };
    }

    private void SetTextDetail(string value)
    {
        TextDetail? known = value switch
        {
            "lines" => TextDetail.Lines,
            "words" => TextDetail.Words,
            "symbols" => TextDetail.Symbols,
            _ => null,
        };
        if (known is null)
        {
            AddError("textDetail", "One of lines, words, symbols is expected.");
        }

        options = options with { TextDetail = known ?? TextDetail.Lines };
    }
}
