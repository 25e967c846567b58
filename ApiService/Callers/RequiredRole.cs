namespace ApiService.Callers;

/// <summary>On an endpoint: the role that a key must have there.</summary>
/// <param name="Role">One of <see cref="CallerRoles"/>.</param>
/// <param name="AnonymousAllowed">Whether callers without any key may use it too.</param>
internal sealed record RequiredRole(string Role, bool AnonymousAllowed);
