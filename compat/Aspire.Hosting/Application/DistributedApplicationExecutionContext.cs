namespace Aspire.Hosting;

public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    private IServiceProvider? services;

    public DistributedApplicationOperation Operation { get; } = operation;

    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Of use in publish mode only.</summary>
    public string PublisherName { get; set; } = RequestedOperation.ManifestPublisher;

    public IServiceProvider Services
    {
        get => services ?? throw new InvalidOperationException("The services are available after the application is built.");
        internal set => services = value;
    }
}
