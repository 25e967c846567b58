using ApiService.Inference;
using Tests.Fixtures;

namespace Tests.Api.Classifiers;

/// <summary>API services that may be asked to train.</summary>
internal static class ClassifierProcess
{
    /// <summary>The smaller of the networks, which is enough here.</summary>
    public const string Backbone = "efficientnet-lite0";

    public const string AdminKey = "admin-key";
    public const string OtherKey = "other-key";

    /// <summary>What every service that is asked to train needs to know.</summary>
    public static (string Name, string Value)[] Settings =>
    [
        ("Inference:DefaultModel", Backbone),
        ("RateLimiting:Anonymous:PermitLimit", "100000"),
        ("RateLimiting:Read:PermitLimit", "100000"),
        ("Security:ApiKeys:0:Name", "admin"),
        ("Security:ApiKeys:0:Key", AdminKey),
        ("Security:ApiKeys:0:Roles:0", "analyze"),
        ("Security:ApiKeys:0:Roles:1", "admin"),
        ("Security:ApiKeys:0:PermitsPerMinute", "0"),
        ("Security:ApiKeys:1:Name", "other"),
        ("Security:ApiKeys:1:Key", OtherKey),
    ];

    /// <summary>Starts one with the engine in its process.</summary>
    public static Task<RunningService<InferenceOptions>> StartAsync(string models, params (string Name, string Value)[] settings) =>
        ApiProcess.StartAsync([("Models:Path", models), ("Classifiers:Backbone", Backbone), .. Settings, .. settings]);
}
