using System.Globalization;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>Writes values as expressions of the manifest, and remembers what these name.</summary>
internal sealed class ManifestReferences
{
    private readonly OrderedDictionary<string, JsonObject> parameters = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, JsonObject> encodedParameters = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, JsonObject> conditions = new(StringComparer.Ordinal);

    public string Write(object value)
    {
        Remember(value);
        return value is IManifestExpressionProvider expression
            ? expression.ValueExpression
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
    }

    /// <summary>Generated passwords, encoded values and choices, which the manifest has to explain although the model has no such resource.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> NotIn(IEnumerable<IResource> resources)
    {
        var known = resources.Select(static resource => resource.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return parameters.Concat(encodedParameters).Concat(conditions).Where(entry => !known.Contains(entry.Key));
    }

    private void Remember(object value)
    {
        switch (value)
        {
            case ParameterResource parameter:
                parameters.TryAdd(parameter.Name, ManifestParameter.Write(parameter));
                break;
            case ReferenceExpression { Condition: { } condition } expression:
                Remember(condition, expression.ConditionName);
                break;
            case ReferenceExpression expression:
                for (var index = 0; index < expression.ValueProviders.Count; index++)
                {
                    Remember(expression.ValueProviders[index], expression.StringFormats[index]);
                }

                break;
        }
    }

    private void Remember(IValueProvider value, string? format)
    {
        Remember(value);
        if (format is not null && value is ParameterResource parameter)
        {
            encodedParameters.TryAdd($"{parameter.Name}-{format}-encoded", new JsonObject
            {
                ["type"] = "annotated.string",
                ["value"] = parameter.ValueExpression,
                ["filter"] = format,
            });
        }
    }

    private void Remember(ExpressionCondition condition, string name)
    {
        Remember(condition.WhenTrue);
        Remember(condition.WhenFalse);
        var isTls = condition.Value is EndpointReferenceExpression { Property: EndpointProperty.TlsEnabled } tls && tls.Endpoint.EndpointAnnotation.TlsEnabled;
        conditions.TryAdd(name, new JsonObject
        {
            ["type"] = "value.v0",
            ["connectionString"] = (isTls ? condition.WhenTrue : condition.WhenFalse).ValueExpression,
        });
    }
}
