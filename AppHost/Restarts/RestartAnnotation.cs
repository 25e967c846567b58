namespace AppHost.Restarts;

/// <summary>On a resource: it is started again when it ends by itself.</summary>
internal sealed class RestartAnnotation : IResourceAnnotation;
