using Contracts;

namespace ApiService.Callers;

/// <summary>The key itself, in a header or in the query.</summary>
/// <param name="Header">The header's name.</param>
/// <param name="Parameter">The name of the parameter of the query that may stand instead.</param>
/// <param name="Unknown">What a key is refused with that is not known, where it is another problem than that of no key at all.</param>
internal sealed record KeyCredential(string Header, string? Parameter = null, ErrorCode? Unknown = null) : ICallerCredential
{
    public string Place => Parameter is null ? $"the header {Header}" : $"the header {Header} or the parameter {Parameter}";

    public Caller? Find(HttpContext context, ApiKeys keys)
    {
        var key = context.Request.Headers[Header];
        if (key.Count == 0 && Parameter is not null)
        {
            key = context.Request.Query[Parameter];
        }

        return key.Count == 0
            ? null
            : keys.Find(key.ToString()) ?? throw new ProblemException(Unknown ?? ErrorCodes.KeyRequired, "This API key is not known.");
    }
}
