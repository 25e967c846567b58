using Contracts;

namespace ApiService.Callers;

/// <summary>The key itself, in a header or in the query.</summary>
/// <param name="Header">The header's name.</param>
/// <param name="Parameter">The name of the parameter of the query that may stand instead.</param>
internal sealed record KeyCredential(string Header, string? Parameter = null) : ICallerCredential
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
            : keys.Find(key.ToString()) ?? throw new ProblemException(ErrorCodes.KeyRequired, "This API key is not known.");
    }
}
