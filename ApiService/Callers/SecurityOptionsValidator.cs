using Microsoft.Extensions.Options;

namespace ApiService.Callers;

/// <summary>Validates the keys in the list too, which data annotations alone would leave out.</summary>
[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
