using Microsoft.Extensions.Options;

namespace ApiService.RateLimiting;

[OptionsValidator]
internal sealed partial class RateLimitingOptionsValidator : IValidateOptions<RateLimitingOptions>;
