namespace ServiceDefaults.Logging.Syslog;

/// <summary>How syslog messages travel.</summary>
internal enum SyslogProtocol
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>One datagram each (RFC 5426): what gets lost on the way is lost.</summary>
    Udp,

    /// <summary>By a connection, each with its length before it (RFC 6587, octet counting).</summary>
    Tcp,

    /// <summary>The same by TLS (RFC 5425).</summary>
    Tls,

    /// <summary>By the local socket of the system's own log.</summary>
    Socket,
}
