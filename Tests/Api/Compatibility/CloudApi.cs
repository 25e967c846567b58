using ApiService.Inference;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility;

/// <summary>
/// The API service with its whole engine and some keys, on a clock that the tests set. It is reached by HTTPS too: Azure's clients
/// send keys over nothing else unless told to.
/// </summary>
public sealed class CloudApi : IAsyncLifetime
{
    /// <summary>A key without a quota.</summary>
    internal const string Key = "key-of-the-cameras";

    /// <summary>A key that may not analyse.</summary>
    internal const string AdminKey = "admin-key";

    /// <summary>The id of an access key without a quota.</summary>
    internal const string AccessKeyId = "AKIDEXAMPLE";

    /// <summary>Its secret.</summary>
    internal const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>The id of the access key whose secret is <see cref="AdminKey"/>.</summary>
    internal const string AdminId = "operator";

    /// <summary>A key of which only the hash is configured.</summary>
    internal const string HashedId = "hashed";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cloud-certificate-");
    private RunningService<InferenceOptions> service = null!;

    internal static IReadOnlyList<(string Name, string Value)> Keys { get; } =
    [
        ("Security:ApiKeys:0:Name", "cameras"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
        ("Security:ApiKeys:1:Name", AdminId), ("Security:ApiKeys:1:Key", AdminKey), ("Security:ApiKeys:1:Roles:0", "admin"),
        ("Security:ApiKeys:2:Name", AccessKeyId), ("Security:ApiKeys:2:Key", Secret), ("Security:ApiKeys:2:PermitsPerMinute", "0"),
        ("Security:ApiKeys:3:Name", HashedId),
        ("Security:ApiKeys:3:Sha256", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("x"u8))),
    ];

    internal JumpingClock Clock { get; } = new();

    public HttpClient Client => service.Client;

    internal Uri Endpoint => service.Client.BaseAddress!;

    /// <summary>The address as a caller of Azure's would write it.</summary>
    internal Uri SecureEndpoint => new($"https://localhost:{new Uri(Addresses.Single(static address => address.StartsWith("https", StringComparison.Ordinal))).Port}");

    /// <summary>The environment in which node trusts the server's certificate.</summary>
    internal IReadOnlyDictionary<string, string> NodeTrust =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_EXTRA_CA_CERTS"] = Authority };

    private string Authority => Path.Combine(folder.FullName, "authority.pem");

    private ICollection<string> Addresses =>
        service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public async ValueTask InitializeAsync()
    {
        var (certificate, key) = (Path.Combine(folder.FullName, "server.pem"), Path.Combine(folder.FullName, "server.key"));
        ServerCertificate.Write(Authority, certificate, key);
        service = new RunningService<InferenceOptions>(host => host
            .UseSettings(
            [
                ("Inference:Mode", "InProcess"),
                ("RateLimiting:Anonymous:PermitLimit", "1000000"),
                ("Kestrel:Endpoints:Encrypted:Url", "https://127.0.0.1:0"),
                ("Kestrel:Endpoints:Encrypted:Certificate:Path", certificate),
                ("Kestrel:Endpoints:Encrypted:Certificate:KeyPath", key),

                // The last one by name is where the fixture's own client goes.
                ("Kestrel:Endpoints:Plain:Url", "http://127.0.0.1:0"),
                .. Keys,
            ])
            .ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock)));
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Nothing that was refused may have been a fault of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Delete(recursive: true);
        Assert.Empty(service.ErrorLog);
    }
}
