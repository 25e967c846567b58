namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that may be published with the model.</summary>
internal sealed class ConstantParameterDefault(Func<string> valueGetter) : ParameterDefault
{
    public override string GetDefaultValue() => valueGetter();
}
