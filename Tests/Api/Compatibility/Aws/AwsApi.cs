using ApiService.Inference;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The API service with its whole engine and keys as AWS's clients have them, on a clock that the tests set.</summary>
public sealed class AwsApi : IAsyncLifetime
{
    /// <summary>The id of an access key without a quota.</summary>
    internal const string KeyId = "AKIDEXAMPLE";

    /// <summary>Its secret.</summary>
    internal const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>A key that may not analyse.</summary>
    internal const string AdminId = "operator";

    /// <summary>A key of which only the hash is configured.</summary>
    internal const string HashedId = "hashed";

    private readonly RunningService<InferenceOptions> service;

    public AwsApi() => service = new RunningService<InferenceOptions>(host => host
        .UseSettings(
            ("Inference:Mode", "InProcess"),
            ("RateLimiting:Anonymous:PermitLimit", "1000000"),
            ("Security:ApiKeys:0:Name", KeyId),
            ("Security:ApiKeys:0:Key", Secret),
            ("Security:ApiKeys:0:PermitsPerMinute", "0"),
            ("Security:ApiKeys:1:Name", AdminId),
            ("Security:ApiKeys:1:Key", Secret + "2"),
            ("Security:ApiKeys:1:Roles:0", "admin"),
            ("Security:ApiKeys:2:Name", HashedId),
            ("Security:ApiKeys:2:Sha256", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("x"u8))))
        .ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock)));

    internal JumpingClock Clock { get; } = new();

    public HttpClient Client => service.Client;

    public IReadOnlyCollection<string> ErrorLog => service.ErrorLog;

    internal Uri Endpoint => service.Client.BaseAddress!;

    public async ValueTask InitializeAsync() => await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
