using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Whom the sender believes to be the receiver (RFC 5425, 5.2): whoever has a certificate for its name.</summary>
internal static class SyslogTrust
{
    /// <param name="host">The name that the certificate has to have.</param>
    /// <param name="authority">A file of PEM certificates that alone are trusted; null for those of the system.</param>
    public static SslClientAuthenticationOptions OptionsFor(string host, string? authority)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (authority is not null)
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(authority);
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(trusted);
        }

        return options;
    }
}
