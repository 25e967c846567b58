using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with holes that are filled at the last moment: ports and passwords are unknown while the model is being written.</summary>
public partial class ReferenceExpression : IValueProvider, IManifestExpressionProvider, IValueWithReferences
{
    public static readonly ReferenceExpression Empty = new(string.Empty, [], []);

    private readonly string?[] stringFormats;

    private ReferenceExpression(string format, IValueProvider[] valueProviders, string?[] stringFormats)
    {
        Format = format;
        ValueProviders = valueProviders;
        this.stringFormats = stringFormats;
    }

    /// <summary>A composite format: literal braces are doubled, <c>{0}</c> is the first of <see cref="ValueProviders"/>.</summary>
    public string Format { get; }

    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    public string ValueExpression => Condition is null
        ? string.Format(CultureInfo.InvariantCulture, Format, [.. ValueProviders.Select(ManifestExpression)])
        : $"{{{ConditionName}.connectionString}}";

    public IEnumerable<object> References => Condition is null ? ValueProviders : [Condition.Value, Condition.WhenTrue, Condition.WhenFalse];

    /// <summary>How each of the <see cref="ValueProviders"/> is to be written; null as it is.</summary>
    internal IReadOnlyList<string?> StringFormats => stringFormats;

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.ToExpression();

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        GetValueAsync(new ValueProviderContext(), cancellationToken);

    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        if (Condition is not null)
        {
            return await (await Condition.ChooseAsync(context, cancellationToken)).GetValueAsync(context, cancellationToken);
        }

        var values = new object?[ValueProviders.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var value = await ValueProviders[index].GetValueAsync(context, cancellationToken);
            values[index] = ApplyFormat(value, stringFormats[index]);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    /// <summary>A manifest has no formats: it holds the encoded value under a name of its own.</summary>
    private object? ManifestExpression(IValueProvider provider, int index)
    {
        var expression = ((IManifestExpressionProvider)provider).ValueExpression;
        return stringFormats[index] is { } format && provider is ParameterResource
            ? expression.Replace(".value}", $"-{format}-encoded.value}}", StringComparison.Ordinal)
            : expression;
    }

    private static string? ApplyFormat(string? value, string? format) => format switch
    {
        null => value,
        "uri" => value is null ? null : Uri.EscapeDataString(value),
        _ => throw new FormatException($"The format '{format}' is not supported. Supported formats are 'uri'."),
    };
}
