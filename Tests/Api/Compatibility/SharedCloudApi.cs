using Xunit;

namespace Tests.Api.Compatibility;

/// <summary>The tests that share one service for the clients of all clouds; the clients and their compilers take their turns.</summary>
[CollectionDefinition]
public sealed class SharedCloudApi : ICollectionFixture<CloudApi>;
