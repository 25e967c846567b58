using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>The tests that share a site with two backups, and leave it as it was.</summary>
[CollectionDefinition]
public sealed class BackedUp : ICollectionFixture<TwiceBackedUpSite>;
