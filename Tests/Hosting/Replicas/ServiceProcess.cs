namespace Tests.Hosting.Replicas;

/// <summary>One process of a service, and the address that it listens on itself, behind any proxy.</summary>
public sealed record ServiceProcess(int Id, Uri Address);
