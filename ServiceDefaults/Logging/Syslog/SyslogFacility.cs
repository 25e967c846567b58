namespace ServiceDefaults.Logging.Syslog;

/// <summary>What part of a system a message comes from, as far as a service can be one (RFC 5424, 6.2.1).</summary>
internal enum SyslogFacility
{
    User = 1,
    Daemon = 3,
    Local0 = 16,
    Local1 = 17,
    Local2 = 18,
    Local3 = 19,
    Local4 = 20,
    Local5 = 21,
    Local6 = 22,
    Local7 = 23,
}
