using System.Globalization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>A number, or a text such as a percentage, the name of a port, or an expression of the chart.</summary>
public sealed class Int32OrStringV1
{
    public Int32OrStringV1(int value) => Number = value;

    public Int32OrStringV1(string? value) => Text = value;

    internal int? Number { get; }

    internal string? Text { get; }

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Text ?? string.Empty;
}
