using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A real rsyslogd of the test's own that takes messages in four ways and writes down what it has understood of each.</summary>
public sealed class RsyslogServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rsyslog-");
    private readonly (int Udp, int Tcp, int Tls) ports = (FreePort.Find(), FreePort.Find(), FreePort.Find());
    private Process? process;

    /// <summary>The certificate that vouches for the receiver.</summary>
    public string CertificateAuthority => PathOf("authority.pem");

    private string Socket => PathOf("log");

    private string Output => PathOf("messages");

    public static async Task<RsyslogServer> StartAsync()
    {
        var server = new RsyslogServer();
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        ServerCertificate.Write(CertificateAuthority, PathOf("server.pem"), PathOf("server.key"));
        await File.WriteAllTextAsync(PathOf("rsyslog.conf"), Configuration(), TestContext.Current.CancellationToken);
        await RestartAsync();
    }

    /// <summary>The settings of a service that sends in one of the ways, and trusts this authority, or another one.</summary>
    public IEnumerable<(string Name, string Value)> SettingsFor(string protocol, string? authority = null)
    {
        yield return ("Syslog:Protocol", protocol);
        yield return ("Syslog:Host", "localhost");
        yield return ("Syslog:Path", Socket);
        yield return ("Syslog:CertificateAuthority", authority ?? CertificateAuthority);
        yield return ("Syslog:Port", (protocol switch { "Udp" => ports.Udp, "Tls" => ports.Tls, _ => ports.Tcp }).ToString(CultureInfo.InvariantCulture));
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        process = Process.Start("rsyslogd", ["-n", "-i", PathOf("pid"), "-f", PathOf("rsyslog.conf")]);
        await Eventually.IsTrueAsync(() => File.Exists(Socket) && IsListening(ports.Tcp) && IsListening(ports.Tls));
    }

    public async Task StopAsync()
    {
        process?.Kill();
        await (process?.WaitForExitAsync(CancellationToken.None) ?? Task.CompletedTask);
        process?.Dispose();
        process = null;
        File.Delete(Socket);
    }

    /// <summary>The first message that matches, once it is there.</summary>
    public async Task<JsonElement> FindAsync(Func<JsonElement, bool> matches)
    {
        JsonElement found = default;
        await Eventually.IsTrueAsync(() =>
        {
            found = Messages().FirstOrDefault(matches);
            return found.ValueKind == JsonValueKind.Object;
        });
        return found;
    }

    /// <summary>Everything that it has written.</summary>
    public string ReadAll() => File.Exists(Output) ? File.ReadAllText(Output) : string.Empty;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        folder.Delete(recursive: true);
    }

    // The last line may still be on its way to the disk.
    private IEnumerable<JsonElement> Messages() => ReadAll().Split('\n').SkipLast(1).Select(static line => JsonElement.Parse(line));

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private string Configuration() => string.Create(CultureInfo.InvariantCulture, $$"""
        global(workDirectory="{{folder.FullName}}" defaultNetstreamDriverCAFile="{{CertificateAuthority}}"
               defaultNetstreamDriverCertFile="{{PathOf("server.pem")}}" defaultNetstreamDriverKeyFile="{{PathOf("server.key")}}")
        module(load="imudp")
        module(load="imtcp")
        module(load="imuxsock" sysSock.use="off")
        input(type="imudp" port="{{ports.Udp}}" address="127.0.0.1")
        input(type="imtcp" port="{{ports.Tcp}}" address="127.0.0.1")
        input(type="imtcp" port="{{ports.Tls}}" address="127.0.0.1" streamDriver.name="gtls" streamDriver.mode="1" streamDriver.authMode="anon")
        input(type="imuxsock" socket="{{Socket}}" useSpecialParser="off" parseHostname="on" rateLimit.interval="0")
        template(name="understood" type="string" string="%jsonmesg%\n")
        action(type="omfile" file="{{Output}}" template="understood")
        """);

    private static bool IsListening(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
