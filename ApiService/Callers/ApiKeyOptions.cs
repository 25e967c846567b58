using System.ComponentModel.DataAnnotations;

namespace ApiService.Callers;

/// <summary>One API key, given as it is or as its SHA-256.</summary>
internal sealed class ApiKeyOptions : IValidatableObject
{
    [Required]
    public string Name { get; set; } = string.Empty;

    public string? Key { get; set; }

    /// <summary>SHA-256 of the key's UTF-8 bytes, as 64 hexadecimal digits.</summary>
    [RegularExpression("[0-9a-fA-F]{64}")]
    public string? Sha256 { get; set; }

    /// <summary>What the key may do; <see cref="CallerRoles.Analyze"/> where nothing is said.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>Requests to the analyse routes in a minute; 0 for no quota.</summary>
    [Range(0, int.MaxValue)]
    public int PermitsPerMinute { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Key) == string.IsNullOrEmpty(Sha256))
        {
            yield return new ValidationResult($"The API key '{Name}' needs either Key or Sha256.");
        }

        foreach (var role in Roles.Where(role => !CallerRoles.All.Contains(role)))
        {
            yield return new ValidationResult($"The API key '{Name}' has the unknown role '{role}'.");
        }
    }
}
