using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

public partial class ReferenceExpression
{
    private ReferenceExpression(ExpressionCondition condition)
        : this(string.Empty, [], []) => Condition = condition;

    /// <summary>Null for an expression that is a text.</summary>
    internal ExpressionCondition? Condition { get; }

    /// <summary>The name under which a manifest holds the text that is chosen: from what decides, and a hash of all that it depends on.</summary>
    internal string ConditionName
    {
        get
        {
            var value = ((IManifestExpressionProvider)Condition!.Value).ValueExpression;
            var content = $"{value}|{Condition.MatchValue}|{Condition.WhenTrue.ValueExpression}|{Condition.WhenFalse.ValueExpression}";
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..8];
            return string.Create(CultureInfo.InvariantCulture, $"cond-{value.Trim('{', '}').Replace('.', '-').ToLowerInvariant()}-{hash}");
        }
    }

    public static ReferenceExpression CreateConditional(
        IValueProvider condition, string matchValue, ReferenceExpression whenTrue, ReferenceExpression whenFalse) =>
        new(new ExpressionCondition(condition, matchValue, whenTrue, whenFalse));
}
