using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the late values of a model in the language of the place of deployment, which says how it writes an address and a parameter.</summary>
internal abstract class PublishedValueWriter
{
    public async ValueTask<PublishedValue> WriteAsync(object value, CancellationToken cancellationToken) => value switch
    {
        string text => Literal(text),
        EndpointReference endpoint => Endpoint(endpoint.Property(EndpointProperty.Url)),
        EndpointReferenceExpression property => Endpoint(property),
        ParameterResource parameter => Parameter(parameter, format: null),
        ConnectionStringReference reference => await WriteAsync(reference.Resource.ConnectionStringExpression, cancellationToken),
        IResourceWithConnectionString resource => await WriteAsync(resource.ConnectionStringExpression, cancellationToken),
        ReferenceExpression { Condition: { } condition } =>
            await WriteAsync(await condition.ChooseAsync(new ValueProviderContext(), cancellationToken), cancellationToken),
        ReferenceExpression expression => await JoinAsync(expression, cancellationToken),
        _ => Literal(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty),
    };

    protected abstract PublishedValue Endpoint(EndpointReferenceExpression property);

    /// <param name="format">Null, or <c>uri</c> for a value that becomes part of an address.</param>
    protected abstract PublishedValue Parameter(ParameterResource parameter, string? format);

    protected virtual PublishedValue Literal(string text) => new(text);

    private async ValueTask<PublishedValue> JoinAsync(ReferenceExpression expression, CancellationToken cancellationToken)
    {
        var parts = new PublishedValue[expression.ValueProviders.Count];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = expression.ValueProviders[index] is ParameterResource parameter
                ? Parameter(parameter, expression.StringFormats[index])
                : await WriteAsync(expression.ValueProviders[index], cancellationToken);
        }

        var text = string.Format(CultureInfo.InvariantCulture, Literal(expression.Format).Text, [.. parts.Select(static object? (part) => part.Text)]);
        return new PublishedValue(text, parts.Any(static part => part.IsSecret), parts.Any(static part => part.IsExpression));
    }
}
