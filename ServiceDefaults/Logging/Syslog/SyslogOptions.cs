using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Where the central log is.</summary>
internal sealed class SyslogOptions : IValidatableObject
{
    public const string SectionName = "Syslog";

    private const int UdpBytes = 2048;
    private const int StreamBytes = 8192;
    private const int PlainPort = 514;
    private const int TlsPort = 6514;

    /// <summary>How messages travel; without it there is no syslog.</summary>
    [EnumDataType(typeof(SyslogProtocol))]
    public SyslogProtocol Protocol { get; set; }

    /// <summary>The receiver's host, for UDP, TCP and TLS.</summary>
    public string? Host { get; set; }

    /// <summary>Its port; the usual one of the protocol where it is not set.</summary>
    [Range(1, 65_535)]
    public int? Port { get; set; }

    /// <summary>The local socket, for messages that stay on this machine.</summary>
    [Required]
    public string Path { get; set; } = "/dev/log";

    /// <summary>A file of PEM certificates that alone are trusted to vouch for the receiver; the system's own where it is not set.</summary>
    public string? CertificateAuthority { get; set; }

    [EnumDataType(typeof(SyslogFacility))]
    public SyslogFacility Facility { get; set; } = SyslogFacility.Local0;

    /// <summary>The name of the application in each message; the service's own where it is not set.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>The number under which the names of structured data are one's own (RFC 5424, 7.2.2); that for examples where nobody has one.</summary>
    [Range(1, int.MaxValue)]
    public int EnterpriseNumber { get; set; } = 32473;

    /// <summary>How many messages may wait while the receiver is slow or away; what comes beyond them is dropped and counted.</summary>
    [Range(1, 1_000_000)]
    public int Capacity { get; set; } = 10_000;

    /// <summary>The most bytes of one message; a longer one is cut. 2048 by UDP and 8192 otherwise where it is not set.</summary>
    [Range(480, 65_000)]
    public int? MaximumBytes { get; set; }

    internal int UsedPort => Port ?? (Protocol == SyslogProtocol.Tls ? TlsPort : PlainPort);

    internal int UsedBytes => MaximumBytes ?? (Protocol == SyslogProtocol.Udp ? UdpBytes : StreamBytes);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Protocol is SyslogProtocol.Udp or SyslogProtocol.Tcp or SyslogProtocol.Tls && string.IsNullOrWhiteSpace(Host))
        {
            yield return new ValidationResult($"Syslog:Host is needed for Syslog:Protocol {Protocol}.", [nameof(Host)]);
        }

        if (CertificateAuthority is { } file && !File.Exists(file))
        {
            yield return new ValidationResult("Syslog:CertificateAuthority names no file.", [nameof(CertificateAuthority)]);
        }
    }
}
