using ApiService.Inference;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>The API service with the whole engine and some keys, reached by HTTPS too: Azure's clients send keys over nothing else unless told to.</summary>
public sealed class AzureFixture : IAsyncLifetime
{
    public const string Key = "azure-key";
    public const string KeyOfAdmin = "admin-key";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azure-certificate-");
    private RunningService<InferenceOptions> service = null!;

    public HttpClient Client => service.Client;

    public IReadOnlyCollection<string> ErrorLog => service.ErrorLog;

    /// <summary>The address as a caller of Azure's would write it.</summary>
    public Uri Endpoint => new($"https://localhost:{new Uri(Addresses.Single(static address => address.StartsWith("https", StringComparison.Ordinal))).Port}");

    /// <summary>The environment in which node trusts the server's certificate.</summary>
    public IReadOnlyDictionary<string, string> NodeTrust =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["NODE_EXTRA_CA_CERTS"] = Authority };

    private string Authority => Path.Combine(folder.FullName, "authority.pem");

    private ICollection<string> Addresses =>
        service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    public async ValueTask InitializeAsync()
    {
        var (certificate, key) = (Path.Combine(folder.FullName, "server.pem"), Path.Combine(folder.FullName, "server.key"));
        ServerCertificate.Write(Authority, certificate, key);
        (string Name, string Value)[] settings =
        [
            ("Inference:Mode", "InProcess"),
            ("Kestrel:Endpoints:Encrypted:Url", "https://127.0.0.1:0"),
            ("Kestrel:Endpoints:Encrypted:Certificate:Path", certificate),
            ("Kestrel:Endpoints:Encrypted:Certificate:KeyPath", key),

            // The last one by name is where the fixture's own client goes.
            ("Kestrel:Endpoints:Plain:Url", "http://127.0.0.1:0"),
            ("Security:ApiKeys:0:Name", "azure"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
            ("Security:ApiKeys:1:Name", "admin"), ("Security:ApiKeys:1:Key", KeyOfAdmin), ("Security:ApiKeys:1:Roles:0", "admin"),
        ];
        service = new RunningService<InferenceOptions>(host =>
        {
            foreach (var (name, value) in settings)
            {
                host.UseSetting(name, value);
            }
        });
        await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
