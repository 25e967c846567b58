using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>The tests that share one service with all models and keys.</summary>
[CollectionDefinition]
public sealed class SharedGoogle : ICollectionFixture<GoogleFixture>;
