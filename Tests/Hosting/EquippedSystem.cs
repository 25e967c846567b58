using Xunit;

namespace Tests.Hosting;

/// <summary>The tests that share one running system with everything that it can have, one after the other.</summary>
[CollectionDefinition]
public sealed class EquippedSystem : ICollectionFixture<EquippedAppHost>;
