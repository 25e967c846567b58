using Xunit;

namespace Tests.Api.Uploads;

/// <summary>The tests that share the running stores of uploads.</summary>
[CollectionDefinition]
public sealed class SharedUploads : ICollectionFixture<UploadStores>;
