using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ApiService.Callers;

/// <summary>Which callers are known by a key.</summary>
internal sealed class SecurityOptions : IValidatableObject
{
    public const string SectionName = "Security";

    [ValidateEnumeratedItems]
    public IList<ApiKeyOptions> ApiKeys { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var name in ApiKeys.GroupBy(key => key.Name, StringComparer.Ordinal).Where(keys => keys.Count() > 1))
        {
            yield return new ValidationResult($"Two API keys have the name '{name.Key}'.");
        }
    }
}
