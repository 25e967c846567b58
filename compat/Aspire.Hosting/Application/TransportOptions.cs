namespace Aspire.Hosting;

/// <summary>Exists to be validated on start; the addresses themselves are read where they are used.</summary>
internal sealed class TransportOptions;
