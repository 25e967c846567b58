namespace Aspire.Hosting.ApplicationModel;

/// <summary>What decides between two texts.</summary>
internal sealed record ExpressionCondition(
    IValueProvider Value, string MatchValue, ReferenceExpression WhenTrue, ReferenceExpression WhenFalse)
{
    public async ValueTask<ReferenceExpression> ChooseAsync(ValueProviderContext context, CancellationToken cancellationToken) =>
        string.Equals(await Value.GetValueAsync(context, cancellationToken), MatchValue, StringComparison.OrdinalIgnoreCase) ? WhenTrue : WhenFalse;
}
