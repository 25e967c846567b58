namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>A refusal, in the words of the API server.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A refusal has a code.")]
internal sealed class ApiStatusException(int code, string reason, string message) : Exception(message)
{
    public int Code => code;

    public string Reason => reason;

    public static ApiStatusException NotFound(ObjectKey key) => new(404, "NotFound", $"{key.Kind.Plural} \"{key.Name}\" not found");

    public static ApiStatusException AlreadyExists(ObjectKey key) =>
        new(409, "AlreadyExists", $"{key.Kind.Plural} \"{key.Name}\" already exists");

    public static ApiStatusException Conflict(string message) => new(409, "Conflict", message);

    public static ApiStatusException Invalid(string message) => new(422, "Invalid", message);
}
