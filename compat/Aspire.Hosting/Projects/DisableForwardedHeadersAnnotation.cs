using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The project trusts forwarded addresses by rules of its own.</summary>
internal sealed class DisableForwardedHeadersAnnotation : IResourceAnnotation;
