using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The tests that share one running API service with AWS's keys.</summary>
[CollectionDefinition]
public sealed class SharedAwsApi : ICollectionFixture<AwsApi>;
