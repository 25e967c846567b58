using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>The tests that share one running API service which speaks Azure's protocol.</summary>
[CollectionDefinition]
public sealed class SharedAzureApi : ICollectionFixture<AzureFixture>;
