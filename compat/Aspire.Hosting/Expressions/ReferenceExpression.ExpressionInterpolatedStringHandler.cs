using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

public partial class ReferenceExpression
{
    /// <summary>Accepts strings and value providers only: with any other object the real package does not compile, so neither does this.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder format = new(literalLength + (formattedCount * 3));
        private readonly List<IValueProvider> valueProviders = new(formattedCount);
        private readonly List<string?> stringFormats = new(formattedCount);

        public void AppendLiteral(string value) =>
            format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        public void AppendFormatted(string? value) => AppendFormatted(value, format: null);

        public void AppendFormatted(string? value, string? format)
        {
            if (value is not null)
            {
                AppendLiteral(ApplyFormat(value, format)!);
            }
        }

        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider, format: null);

        public void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider, IManifestExpressionProvider
        {
            this.format.Append(CultureInfo.InvariantCulture, $"{{{valueProviders.Count}}}");
            valueProviders.Add(valueProvider);
            stringFormats.Add(format);
        }

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider.Resource, format: null);

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format)
            where T : IResource, IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider.Resource, format);

        internal ReferenceExpression ToExpression() => new(format.ToString(), [.. valueProviders], [.. stringFormats]);
    }
}
