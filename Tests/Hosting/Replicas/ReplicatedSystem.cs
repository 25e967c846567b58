using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>The tests that share one running system with two replicas of ApiService.</summary>
[CollectionDefinition]
public sealed class ReplicatedSystem : ICollectionFixture<ReplicatedAppHost>;
