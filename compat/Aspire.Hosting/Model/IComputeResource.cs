namespace Aspire.Hosting.ApplicationModel;

public interface IComputeResource : IResource;
