namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where the resources of a model are deployed to.</summary>
public interface IComputeEnvironmentResource : IResource;
