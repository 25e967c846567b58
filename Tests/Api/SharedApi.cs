using Xunit;

namespace Tests.Api;

/// <summary>The tests that share one running API service.</summary>
[CollectionDefinition]
public sealed class SharedApi : ICollectionFixture<ApiFixture>;
