using Contracts;

namespace ApiService.Callers;

/// <summary>How the callers of an endpoint say who they are.</summary>
internal interface ICallerCredential
{
    /// <summary>Where the credential stands in a request, for people.</summary>
    string Place { get; }

    /// <summary>Finds who sends a request; null where it names nobody.</summary>
    /// <exception cref="ProblemException">It names somebody who is not known, or cannot be him.</exception>
    Caller? Find(HttpContext context, ApiKeys keys);
}
